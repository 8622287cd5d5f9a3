"""The checks page of a year: what the checks say, plan by plan, with reasons for what is waived."""

from collections import Counter
from collections.abc import Iterator

from plangen.findings import CODES, Finding, Level, level_of
from plangen.site.edition import Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.registers.dashboard import dashboard
from plangen.site.registers.review_table import review_table
from plangen.views import Block, Column, Document, Entries, Findings, Heading, Row, Table, Tally, Words


def checks_page(edition: Edition) -> Document:
    """The page with every finding of the year."""
    word = edition.word
    findings = edition.findings_of()
    lede = (_count(edition, findings),)
    return Document(word("检查结果", "Checks"), tuple(_blocks(edition, findings)), eyebrow(edition, None), lede)


def _count(edition: Edition, findings: list[Finding]) -> str:
    levels = [level_of(finding) for finding in findings if not finding.waived]
    errors, warnings, infos = (levels.count(level) for level in (Level.ERROR, Level.WARNING, Level.INFO))
    waived = sum(1 for finding in findings if finding.waived)
    return edition.word(
        "{errors} 个错误，{warnings} 个警告，{infos} 条提示，{waived} 项豁免。有错误的手册不会发布。",
        "{errors} errors, {warnings} warnings, {infos} notes, {waived} waived. Errors are never published.",
        errors=errors,
        warnings=warnings,
        infos=infos,
        waived=waived,
    )


def _blocks(edition: Edition, findings: list[Finding]) -> Iterator[Block]:
    word = edition.word
    yield dashboard(edition, findings)
    open_ = tuple(f for f in findings if not f.waived and level_of(f) is not Level.INFO)
    waived = tuple(finding for finding in findings if finding.waived)
    notes = tuple(f for f in findings if not f.waived and level_of(f) is Level.INFO)
    for title, anchor, some in (
        (word("要处理的", "To be handled"), "open", open_),
        (word("已豁免的", "Waived"), "waived", waived),
        (word("提示", "Notes"), "notes", notes),
    ):
        if not some and anchor != "open":
            continue
        yield Heading(title, anchor, aside=word("{n} 条", "{n}", n=len(some)))
        yield Findings(some) if some else Entries((), word("没有。", "None."))
        review = review_table(edition) if anchor == "open" else None
        if review:
            yield review
    if findings:
        yield _codes(edition, findings)


def _codes(edition: Edition, findings: list[Finding]) -> Table:
    word = edition.word
    used = Counter(finding.code for finding in findings)
    columns = (
        Column("code", word("代码", "Code")),
        Column("level", word("级别", "Level")),
        Column("count", word("条数", "Findings"), numeric=True),
    )
    names = {"error": word("错误", "error"), "warning": word("警告", "warning"), "info": word("提示", "note")}
    rows = tuple(
        Row(((Words(code, bold=True),), (names[CODES[code].level],), (Tally(used[code], f"findings {code}"),)), id=code)
        for code in sorted(used)
    )
    subtitle = word("plangen explain 代码 有说明和改法", "plangen explain CODE says why and how to mend it")
    return Table("codes", word("用到的检查", "Checks that spoke"), columns, rows, subtitle)
