"""A meaning as a line: `Within(Shift(Current(year, publication), 1, year, before), month 6)`."""

from dataclasses import MISSING, fields

from timeline.model.meaning import Amount, Anchor, Fields, Meaning


def notation(meaning: Meaning) -> str:
    """Write a meaning as its operator and operands, those at their default left out."""
    if isinstance(meaning, Anchor):
        return meaning.point.value
    told = (
        _operand(field.name, value)
        for field in fields(meaning)
        if (value := getattr(meaning, field.name)) != field.default or field.default is MISSING
    )
    return f"{type(meaning).__name__}({', '.join(filter(None, told))})"


def _operand(name: str, value: object) -> str:
    match value:
        case Fields():
            named = ((f.name, getattr(value, f.name)) for f in fields(value))
            return " ".join(f"{n} {v}" for n, v in named if v not in (None, False))
        case Amount():
            return (
                f"{value.low:g}" if value.low == value.high else f"{value.low:g} to {value.high:g}"
            )
        case bool():
            return name if value else ""
        case _:
            return notation(value) if isinstance(value, Meaning) else str(value)
