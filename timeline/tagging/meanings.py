"""What rules make of their captures: one function for each `meaning` that a rule file names.

A function gives None where the captures make no time after all ("31 February").
"""

from collections.abc import Callable

from timeline.errors import WordDataError
from timeline.model.meaning import Meaning
from timeline.tagging import (
    age_meanings,
    calendar_meanings,
    counted_meanings,
    digit_meanings,
    relative_meanings,
    report_meanings,
    season_meanings,
)
from timeline.tagging.captured import Captured

Builder = Callable[[Captured], Meaning | None]

BUILDERS: dict[str, Builder] = {
    "iso_date": digit_meanings.iso_date,
    "impossible_day": calendar_meanings.impossible_day,
    "period_code": report_meanings.period_code,
    "before_present": age_meanings.before_present,
    "long_ago": age_meanings.long_ago,
    "reign": age_meanings.reign,
    "day_of_relative_month": relative_meanings.day_of_relative_month,
    "numbered_week": calendar_meanings.numbered_week,
    "year_first": calendar_meanings.year_first,
    "joined_date": digit_meanings.joined_date,
    "numeric_date": digit_meanings.numeric_date,
    "blank_date": digit_meanings.blank_date,
    "date": calendar_meanings.date,
    "days_of_month": calendar_meanings.days_of_month,
    "days_apart": calendar_meanings.days_of_month,
    "ordinal_part": report_meanings.ordinal_part,
    "latter_half": report_meanings.latter_half,
    "counterpart": report_meanings.counterpart,
    "nth_unit": calendar_meanings.nth_unit,
    "spelled_year": calendar_meanings.spelled_year,
    "week_of_day": calendar_meanings.week_of_day,
    "years_between": calendar_meanings.years_between,
    "decade": age_meanings.decade,
    "early_decade": age_meanings.early_decade,
    "decade_of_a_century": age_meanings.decade_of_a_century,
    "century": age_meanings.century,
    "centuries": age_meanings.centuries,
    "half_of_an_age": age_meanings.half_of_an_age,
    "quarter_of_a_century": age_meanings.quarter_of_a_century,
    "holiday": calendar_meanings.holiday,
    "holiday_of_relative_year": calendar_meanings.holiday_of_relative_year,
    "clock_time": calendar_meanings.clock_time,
    "year_or_later": calendar_meanings.year_or_later,
    "weekend": calendar_meanings.weekend,
    "fields_of_relative": relative_meanings.fields_of_relative,
    "relative_occurrence": relative_meanings.relative_occurrence,
    "coming_unit": relative_meanings.coming_unit,
    "coming_occurrence": relative_meanings.coming_occurrence,
    "part_of_the_same_day": relative_meanings.part_of_the_same_day,
    "part_of_day": relative_meanings.part_of_day,
    "month_of_mentioned_year": relative_meanings.month_of_mentioned_year,
    "beside_an_event": relative_meanings.beside_an_event,
    "within_units_of_an_event": relative_meanings.within_units_of_an_event,
    "new_year": relative_meanings.new_year,
    "small_hours": relative_meanings.small_hours,
    "sport_season": season_meanings.sport_season,
    "season_of_two_years": season_meanings.season_of_two_years,
    "relative_season": season_meanings.relative_season,
    "part_of_mentioned_day": relative_meanings.part_of_mentioned_day,
    "mentioned_unit": relative_meanings.mentioned_unit,
    "told_unit": relative_meanings.told_unit,
    "mentioned_day": relative_meanings.mentioned_day,
    "morrow": relative_meanings.morrow,
    "night_before": relative_meanings.night_before,
    "relative_unit": relative_meanings.relative_unit,
    "unit_but_one": relative_meanings.unit_but_one,
    "year_adverb": relative_meanings.year_adverb,
    "rest_of_unit": relative_meanings.rest_of_unit,
    "ever_since": relative_meanings.ever_since,
    "upcoming": relative_meanings.upcoming,
    "day_beside": relative_meanings.day_beside,
    "current_unit": relative_meanings.current_unit,
    "year_end": relative_meanings.year_end,
    "latest_quarter": report_meanings.latest_quarter,
    "latest_year": report_meanings.latest_year,
    "year_before": report_meanings.year_before,
    "ago": counted_meanings.ago,
    "ago_as_length": counted_meanings.ago_as_length,
    "later_as_length": counted_meanings.later_as_length,
    "from_now": counted_meanings.from_now,
    "from_day": counted_meanings.from_day,
    "anniversary": counted_meanings.anniversary,
    "half_unit": counted_meanings.half_unit,
    "shifted_mentioned": counted_meanings.shifted_mentioned,
    "event_shift": counted_meanings.event_shift,
    "stretch": counted_meanings.stretch,
    "every": counted_meanings.every,
    "adverb": counted_meanings.adverb,
    "length": counted_meanings.length,
    "at_age": counted_meanings.at_age,
    "units": counted_meanings.units,
    "unit_of_an_event": counted_meanings.unit_of_an_event,
    "days_or_more": counted_meanings.days_or_more,
}


def build(name: str, captured: Captured) -> Meaning | None:
    """Make the meaning of a match; None where its numbers make no date.

    Raise WordDataError where the rule file names a function that does not exist.
    """
    if name not in BUILDERS:
        msg = f"rule {captured.match.rule.name!r} names the meaning {name!r}, which does not exist"
        raise WordDataError(msg)
    try:
        return BUILDERS[name](captured)
    except (ValueError, OverflowError):  # numbers that no calendar has, and 400 digits
        return None
