"""Source ids that plans name, against the register of source documents."""

from collections.abc import Iterator

from plangen.compute import YearScope
from plangen.coverage import carriers
from plangen.findings import Finding, Level, check
from plangen.values.near import asked

SUGGESTIONS = 20
"""For how many unknown ids of a year the nearest one is looked up."""


@check(
    "PG273",
    Level.WARNING,
    takes="year",
    zh="登记的来源里没有“{name}”{hint_zh}",
    en="no registered source has the id “{name}”{hint_en}",
    fix_zh="改正编号，或在 shared/sources/ 里登记它",
    fix_en="correct the id, or register it in shared/sources/",
)
def sources_are_registered(scope: YearScope) -> Iterator[Finding]:
    """A `source` that no document in `shared/sources/` has. A handbook without any such file may name what it likes.

    Why: the item that was meant looks forgotten, and nobody finds the paper that this was taken from.
    Bad:
        # shared/sources/plan.yml
        id: D1
        title: 年度计划
        items:
          D1-1: {kind: objectives, about: 全年销售额}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, source: D1-11}
    Good:
        # shared/sources/plan.yml
        id: D1
        title: 年度计划
        items:
          D1-1: {kind: objectives, about: 全年销售额}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元, source: D1-1}
    """
    register = scope.handbook.sources
    if register.refused or not register.documents:
        return
    known = register.names()
    for found, carrier in enumerate(carriers(scope, known)):
        args = {"name": carrier.name, **asked(carrier.name, known if found < SUGGESTIONS else ())}
        yield Finding("PG273", carrier.span, args, scope.year, carrier.address)
