"""Public holidays of a country with the weekends that are worked for them. Here alone a library is asked for them."""

from functools import cache

from plangen.values.working_days import DaysOff

FROM = 2008
"""The first year of the present law of holidays, and of what is told here; nobody plans an older one."""


@cache
def china(language: str) -> DaysOff:
    """Days off and worked weekends as the State Council announces them each year, as far as the library knows.

    It is loaded when it is first asked for. What a day is called is told in `zh` or `en`.
    """
    from chinese_calendar import Holiday, holidays, workdays

    names = {each.value: each.value if language == "en" else each.chinese for each in Holiday}
    worked = {
        name: f"{said} (worked for it)" if language == "en" else f"{said}调休上班" for name, said in names.items()
    }
    return DaysOff(
        {day: names[name] for day, name in holidays.items()},
        {day: worked[name] for day, name in workdays.items()},
        FROM,
        max(day.year for day in holidays),
    )
