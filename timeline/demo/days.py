"""Days as newspapers write them."""

from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = 7
NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def long_day(day: date, *, american: bool) -> str:
    """Write a day in full: "2 March 2024", "March 2, 2024"."""
    month = MONTHS[day.month - 1]
    return f"{month} {day.day}, {day.year}" if american else f"{day.day} {month} {day.year}"


def short_day(day: date, *, american: bool) -> str:
    """Write a day without its year."""
    month = MONTHS[day.month - 1]
    return f"{month} {day.day}" if american else f"{day.day} {month}"


def told_on(day: date, published: date, *, american: bool, turn: int = 0) -> str:
    """Write a day as a text published on another one names it; `turn` chooses among the ways."""
    away = (day - published).days
    weekday = WEEKDAYS[day.weekday()]
    if away == 0:
        return f"on {weekday}"
    if 0 < away < WEEK:
        named = f"on {weekday}"
        return named if turn % 2 else f"{named}, {short_day(day, american=american)},"
    if away == -1:
        return ("yesterday", f"on {weekday}")[turn % 2]
    if -WEEK < away < 0:
        return f"on {weekday}"
    weeks = -away // WEEK
    if away < 0 and away % WEEK == 0 and weeks in NUMBERS and turn % 3 == 0:
        return f"{NUMBERS[weeks]} weeks ago"
    return f"on {short_day(day, american=american)}"


def days_after(day: date, number: int) -> date:
    """Return the day so many days later."""
    return day + timedelta(days=number)
