"""Language tags (BCP 47): `en`, `en-GB`, `pt_BR` as some programs write it."""


def base_of(tag: str) -> str:
    """Return the language of a tag, without country and extensions, in small letters."""
    return tag.replace("_", "-").split("-", 1)[0].casefold()
