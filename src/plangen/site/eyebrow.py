"""The eyebrow of a page: the line above its title that says of which year, state, months and day it is."""

from plangen.model import Plan
from plangen.site.edition import STATES, Edition
from plangen.views import Line, Words

_AS_OF = (
    ("数据截至 {day.year} 年 {day.month} 月 {day.day} 日", "as of {day}"),
    ("数据截至 {day.month} 月 {day.day} 日", "as of {day}"),
)
"""The day that the figures are of: of another year than the plan's, and of its own."""


def eyebrow(edition: Edition, plan: Plan | None, source: tuple[str, ...] = ()) -> Line:
    """`2025 年度 · 现行版 · 6–12 月 · 数据截至 8 月 31 日 · 来源 S000-3-06`."""
    word = edition.word
    parts: list[Line] = [(word("{year} 年度", "Plan year {year}", year=edition.year),)]
    said = {**STATES, "current": ("现行版", "in force"), "closed": ("往年", "past year")}
    parts.append((Words(word(*said[edition.state()]), bold=True),))
    if plan is not None:
        parts.append((plan.head.period.label(edition.language),))
    day = edition.scope.handbook.day(edition.year).value
    if day is not None:
        parts.append((word(*_AS_OF[day.year == edition.year]).format(day=day),))
    if source:
        parts.append((word("来源 ", "source ") + word("、", ", ").join(source),))
    line: list[object] = []
    for index, part in enumerate(parts):
        line += ["·", *part] if index else part
    return tuple(line)  # type: ignore[arg-type]
