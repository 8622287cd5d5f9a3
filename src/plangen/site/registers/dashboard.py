"""The dashboard of checks: plans against section kinds, how many findings of each level; nothing is said plainly."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from plangen.findings import Finding, Level, level_of
from plangen.site.edition import Edition
from plangen.views import Column, Inline, Line, Link, Num, Row, Table, Tally, Tone, Words

LEVELS: tuple[tuple[str, str, Tone], ...] = (
    (Level.ERROR.value, "✕", "bad"),
    (Level.WARNING.value, "!", "unset"),
    (Level.INFO.value, "·", "muted"),
    ("waived", "⊘", "sealed"),
)
"""What is counted apart: its name, sign and tone. Waived findings count as that alone, whatever their level."""
OTHER, HANDBOOK = "other", ""
MOST = 8
Cells = Mapping[tuple[str, str], Sequence[Finding]]


def dashboard(edition: Edition, findings: Sequence[Finding]) -> Table:
    """One row a plan, one column a kind of section; `other` are heads, narratives and actuals."""
    word, cells = edition.word, _cells(edition, findings)
    used, silent = _kinds(edition, cells)
    columns = (
        Column("plan", word("计划", "Plan")),
        Column("all", word("合计", "All")),
        *(Column(kind, edition.kinds[kind].title(edition.language), phone=False) for kind in used),
        Column(OTHER, word("其他", "Other"), phone=False),
    )
    paths = [*edition.plans, *((HANDBOOK,) if any(path == HANDBOOK for path, _ in cells) else ())]
    rows = [_row(edition, path, used, cells) for path in paths]
    rows.append(_total(edition, findings, used, cells))
    signs = word("✕ 错误　! 警告　· 提示　⊘ 已豁免　✓ 没有", "✕ errors, ! warnings, · notes, ⊘ waived, ✓ none")
    title = word("按计划和章节", "By plan and section")
    names = word("、", ", ").join(edition.kinds[kind].title(edition.language) for kind in silent)
    notes = ((word("各计划都没有：{names}", "none in any plan: {names}", names=names),),) if silent else ()
    return Table("dashboard", title, columns, tuple(rows), signs, notes)


def _kinds(edition: Edition, cells: Cells) -> tuple[list[str], list[str]]:
    """The kinds of section that have a column, and those that are only named because nothing was found in them.

    A table of more than `MOST` kinds would not fit: there a kind without a finding is told below it.
    """
    plans = [scope.plan for scope in edition.plans.values()]
    used = [kind for kind in edition.kinds if any(kind in plan.sections for plan in plans)]
    if len(used) <= MOST:
        return used, []
    found = {kind for _, kind in cells}
    return [kind for kind in used if kind in found], [kind for kind in used if kind not in found]


def _cells(edition: Edition, findings: Sequence[Finding]) -> Cells:
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault(_place(edition, finding), []).append(finding)
    return found


def _place(edition: Edition, finding: Finding) -> tuple[str, str]:
    """The plan and the section kind that a finding stands in, by the file that it names."""
    file = PurePosixPath(finding.span.file)
    parts = file.parts
    inside = parts[parts.index(str(edition.year)) + 1 :] if str(edition.year) in parts else ()
    folders = ("/".join(inside[:length]) for length in range(len(inside) - 1, 0, -1))
    plan = next((path for path in folders if path in edition.plans), HANDBOOK)
    section = plan and file.parent.as_posix().endswith(f"/{plan}") and file.suffix in (".yml", ".yaml")
    known = section and file.stem in edition.plans[plan].plan.sections
    return plan, file.stem if known else OTHER


def _row(edition: Edition, path: str, used: Sequence[str], cells: Cells) -> Row:
    scope = edition.plans.get(path)
    name: Line = (edition.word("手册", "Handbook"),)
    if scope is not None:
        name = (Link(scope.plan.head.name, page=f"{path}/"),)
    there = {*(scope.plan.sections if scope else ()), OTHER}
    mine = [finding for (plan, _), some in cells.items() if plan == path for finding in some]
    kinds = (
        _cell(cells.get((path, kind), ()), f"{path or '-'} {kind}") if kind in there else (Num(None),)
        for kind in (*used, OTHER)
    )
    return Row((name, _cell(mine, path or "-"), *kinds))


def _total(edition: Edition, findings: Sequence[Finding], used: Sequence[str], cells: Cells) -> Row:
    by_kind = {kind: [each for (_, there), some in cells.items() if there == kind for each in some] for kind in used}
    other = [each for (_, there), some in cells.items() if there == OTHER for each in some]
    columns = (_cell(some, f"* {kind}") for kind, some in {**by_kind, OTHER: other}.items())
    return Row(((edition.word("合计", "All"),), _cell(findings, "*"), *columns), "total")


def _cell(findings: Sequence[Finding], of: str) -> Line:
    """`! 2 · 1`, each number with the way to the first of them; `✓ 0` where there is nothing."""
    counts = Counter(_level(finding) for finding in findings)
    if not counts:
        return (Words("✓ ", "good"), Tally(0, f"level {of}"))
    parts: list[Inline] = []
    for level, sign, tone in LEVELS:
        if counts[level]:
            first = next(finding for finding in findings if _level(finding) == level)
            link = Link("", page="checks/", anchor=first.anchor)
            parts += [" "] if parts else []
            parts += [Words(f"{sign} ", tone), Tally(counts[level], f"level {of} {level}", link)]
    return tuple(parts)


def _level(finding: Finding) -> str:
    return "waived" if finding.waived else level_of(finding).value
