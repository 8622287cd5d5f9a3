"""Public holidays of a country with the weekends that are worked for them. Here alone a library is asked for them."""

from functools import cache

from plangen.values.language import Pair, say
from plangen.values.working_days import DaysOff

FROM = 2008
"""The first year of the present law of holidays, and of what is told here; nobody plans an older one."""

NAMES: dict[str, Pair] = {
    pair[1]: pair
    for pair in (
        ("元旦", "New Year's Day"),
        ("春节", "Spring Festival"),
        ("清明", "Tomb-sweeping Day"),
        ("劳动节", "Labour Day"),
        ("端午", "Dragon Boat Festival"),
        ("中秋", "Mid-autumn Festival"),
        ("国庆节", "National Day"),
        ("中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日", "Anti-Fascist 70th Day"),
    )
}
"""The holidays by the library's names, so that they can be translated; one that is new is called as there."""


@cache
def china(language: str) -> DaysOff:
    """Days off and worked weekends as the State Council announces them each year, as far as the library knows.

    It is loaded when it is first asked for.
    """
    from chinese_calendar import Holiday, holidays, workdays

    names = {each.value: say(NAMES.get(each.value, (each.chinese, each.value)), language) for each in Holiday}
    made = ("{name}调休上班", "{name} (worked for it)")
    worked = {each: say(made, language, name=name) for each, name in names.items()}
    return DaysOff(
        {day: names[name] for day, name in holidays.items()},
        {day: worked[name] for day, name in workdays.items()},
        FROM,
        max(day.year for day in holidays),
    )
