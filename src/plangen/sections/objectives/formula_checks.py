"""Checks of targets that are formulas: do they give the unit that their months and parts were made in."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.objectives.model import Objectives
from plangen.sections.objectives.split import Split
from plangen.values import Formulated


@check(
    "OBJ123",
    Level.ERROR,
    takes="objectives",
    zh="{name}：公式得出的单位是 {given}，而各部分按 {unit} 分解",
    en="{name}: the formula gives {given}, and its parts are made in {unit}",
    fix_zh="让公式由写明单位的数算出，例如 previous × 1.2，或把结果直接写成数",
    fix_en="let the formula start from figures whose unit is written, such as previous × 1.2, or type the result",
)
def formulas_give_the_unit_of_the_split(section: Objectives, scope: PlanScope) -> Iterator[Finding]:
    """The unit of a target that is a formula must be known before it is computed, because steps depend on it.

    Why: 13 stores split in steps of 1,000 yuan are 0, 0, 0 and 13.
    Bad:
        # objectives.yml
        revenue: {name: 销售额, channel: {own-store: 5万元, dealer: 8万元}}
        part: {name: 经销占比, target: = revenue.share/dealer}
    Good:
        # objectives.yml
        revenue: {name: 销售额, channel: {own-store: 5万元, dealer: 8万元}}
        part: {name: 经销占比, target: '= share(revenue.target/dealer, revenue)'}
    """
    for objective in section.items.values():
        split = Split(objective, scope)
        for member, entry in split.entries():
            key = split.key("target", *filter(None, [member]))
            figure = scope.figures.get(key)
            if not isinstance(entry.target, Formulated) or figure is None or figure.quantity.unset:
                continue
            if figure.quantity.unit != split.unit:
                args = {"name": objective.name, "given": str(figure.quantity.unit), "unit": str(split.unit)}
                yield Finding("OBJ123", entry.span("target"), args, scope.year, key.address)
