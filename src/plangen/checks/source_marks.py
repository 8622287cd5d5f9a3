"""Comments in narratives that say where a passage comes from."""

from collections.abc import Iterator

from plangen.compute import YearScope
from plangen.findings import Finding, Level, check
from plangen.source import empty_source_marks


@check(
    "PG424",
    Level.WARNING,
    takes="year",
    zh="来源注释里没有编号",
    en="the comment names no source",
    fix_zh="写成 <!-- source: 编号 编号 -->，或删掉这条注释",
    fix_en="write <!-- source: ID ID -->, or remove the comment",
)
def names_a_source(scope: YearScope) -> Iterator[Finding]:
    """A comment `<!-- source: … -->` in a narrative without any id.

    Why: the passage looks as if somebody had said where it comes from.
    Bad:
        # index.md
        ## 打法

        <!-- source: -->
        先做样板，再铺开。
    Good:
        # index.md
        ## 打法

        <!-- source: D1-1 -->
        先做样板，再铺开。
    """
    if scope.is_variant:
        return
    for _, _, narrative in scope.plan_year.texts():
        for span in empty_source_marks(narrative):
            yield Finding("PG424", span, {}, scope.year)
