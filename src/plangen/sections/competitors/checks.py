"""Checks of competitors: values of no dimension, gaps, competitors that nobody responds to."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.competitors.model import Competitors
from plangen.values.near import nearest, question


@check(
    "CMP101",
    Level.ERROR,
    takes="competitors",
    zh="“{name}”写了维度 {dimension}，dimensions 里没有{hint_zh}",
    en="“{name}” has a value for {dimension}, which is no dimension{hint_en}",
    fix_zh="用 dimensions 里的 id，或先在那里加上这个维度",
    fix_en="use an id of dimensions, or add the dimension there first",
)
def values_have_dimensions(section: Competitors, scope: PlanScope) -> Iterator[Finding]:
    """Each value belongs to a dimension of the comparison.

    Why: what is compared under another name is not compared at all.
    Bad:
        # competitors.yml
        dimensions: {price: {name: 价格}}
        competitors: {jinba: {name: 劲霸, values: {prise: 低}, response: 推新品}}
    Good:
        # competitors.yml
        dimensions: {price: {name: 价格}}
        competitors: {jinba: {name: 劲霸, values: {price: 低}, response: 推新品}}
    """
    for competitor in section.competitors.values():
        for name in competitor.values:
            if name not in section.dimensions:
                near = next(iter(nearest(name, section.dimensions)), "")
                hints = dict(zip(("hint_zh", "hint_en"), question(near), strict=True))
                args = {"name": competitor.name, "dimension": name, **hints}
                span = competitor.place.key_span((*competitor.path, "values", name))
                yield Finding("CMP101", span, args, scope.year, competitor.address(), (competitor.address("filled"),))


@check(
    "CMP102",
    Level.INFO,
    takes="competitors",
    zh="“{name}”还有 {count} 项不了解：{dimensions}",
    en="{count} things are not known of “{name}”: {dimensions}",
    fix_zh="在 values 里补上；正在了解的写 待定，并在 owner 里写谁去了解",
    fix_en="add them under values; TBD while they are being found out, and name in owner who does it",
)
def competitors_are_known(section: Competitors, scope: PlanScope) -> Iterator[Finding]:
    """Something is known of each competitor along each dimension, or is being found out.

    Why: a comparison with holes leads to the answer that the holes leave.
    Bad:
        # competitors.yml
        dimensions: {price: {name: 价格}, quality: {name: 质量}}
        competitors: {jinba: {name: 劲霸, values: {price: 低}, response: 推新品}}
    Good:
        # competitors.yml
        dimensions: {price: {name: 价格}, quality: {name: 质量}}
        competitors: {jinba: {name: 劲霸, values: {price: 低, quality: 待定}, response: 推新品}}
    """
    for competitor in section.competitors.values():
        lacking = [each for each in section.gaps(competitor) if each.id not in competitor.values]
        if lacking:
            names = scope.word("、", ", ").join(dimension.name for dimension in lacking)
            args = {"name": competitor.name, "count": len(lacking), "dimensions": names}
            yield Finding("CMP102", competitor.key_span(), args, scope.year, competitor.address())


@check(
    "CMP103",
    Level.INFO,
    takes="competitors",
    zh="对“{name}”没有写怎么应对",
    en="nothing is written on how to respond to “{name}”",
    fix_zh="在 response 里写做法，或在 answer 里写由什么落实；不打算应对就在 note 里写明",
    fix_en="write it in response, or name in answer where it is carried out; where none is meant, say so in note",
)
def competitors_are_answered(section: Competitors, scope: PlanScope) -> Iterator[Finding]:
    """Every competitor has a response, or a `note` that says why not.

    Why: a competitor that is only watched takes the customers all the same.
    Bad:
        # competitors.yml
        competitors: {jinba: {name: 劲霸}}
    Good:
        # competitors.yml
        competitors: {jinba: {name: 劲霸, response: 推新品}}
    """
    for competitor in section.competitors.values():
        if not competitor.response and not competitor.answer and not competitor.note:
            yield Finding("CMP103", competitor.key_span(), {"name": competitor.name}, scope.year, competitor.address())
