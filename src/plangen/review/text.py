"""A comparison at the terminal: the heaviest first, old and new in colour, sources and narratives at the end."""

from collections.abc import Iterable, Iterator, Sequence

from plangen.diff import Run, Weight
from plangen.render.terminal.columns import pad, paint, visible, width
from plangen.review.lines import Line
from plangen.review.prose import Prose
from plangen.review.report import Block, Comparison, Report
from plangen.review.summary import headline
from plangen.review.words import bracketed, listed, say

HEAVY = (Weight.BREAKING, Weight.MAJOR)
"""Weights whose edits stand in their order of consequence; the others stand by plan and section."""
AROUND = 12
"""How many characters of what did not change are shown beside a changed word."""
LONGEST = 80
"""How many characters of one struck or new stretch are shown."""
SHOWN = 12
"""How many figures of a list are named."""
_MARKS = {"added": "+", "removed": "−"}


def render_text(told: Comparison) -> str:
    """The whole comparison, with colours; ends with a line break."""
    language = told.language
    if told.is_empty:
        return say(language, "same", before=told.before, after=told.after) + "\n"
    texts = ["\n".join(_report(report)) for report in told.reports]
    return "\n\n".join([*texts, *("\n".join(told.only),)] if told.only else texts) + "\n"


def _report(report: Report) -> Iterator[str]:
    language, changes = report.language, report.changes
    if report.is_empty:
        yield say(language, "same", before=changes.before.label, after=changes.after.label)
        return
    yield from _head(report)
    shown: set[str] = set()
    for weight in Weight:
        blocks = report.of(weight)
        if blocks:
            yield _heading(say(language, weight.value), sum(len(block.lines) for block in blocks))
            yield from _ranked(blocks, language, shown) if weight in HEAVY else _sorted(blocks, language, shown)
    yield from _rest(report)


def _head(report: Report) -> Iterator[str]:
    language = report.language
    yield paint(visible(report.title), "bold")
    yield visible(headline(report))
    if report.unread:
        yield paint(say(language, "unread"), "error")
        yield from (f"  {visible(each)}" for each in report.unread)
    if report.hidden:
        yield say(language, "hidden", min=report.least, count=report.hidden)


def _heading(text: str, count: int) -> str:
    return f"\n{paint(text, 'bold')} {paint(str(count), 'dim')}"


def _ranked(blocks: Iterable[Block], language: str, shown: set[str]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, language, shown, f"{block.where} › " if block.where else "")


def _sorted(blocks: Iterable[Block], language: str, shown: set[str]) -> Iterator[str]:
    """Blocks under their plan and section."""
    groups: dict[str, list[Block]] = {}
    for block in blocks:
        groups.setdefault(block.where, []).append(block)
    for where, group in groups.items():
        if where:
            yield paint(f"  {visible(where)}", "dim")
        for block in group:
            yield from _block(block, language, shown)


def _block(block: Block, language: str, shown: set[str], where: str = "") -> Iterator[str]:
    first = block.lines[0]
    governs = bracketed(language, block.governed(language))
    subject = (
        f"  {_mark(first.edit.kind)} {paint(visible(where), 'dim')}{paint(visible(block.subject), 'bold')}{governs}"
    )
    if len(block.lines) == 1:
        yield f"{subject}  {_line(first, 0, language)}"
    else:
        yield subject
        columns = max(width(line.what) for line in block.lines)
        yield from (f"      {_line(line, columns, language)}" for line in block.lines)
    yield from _following(block, language, shown)


def _mark(kind: str) -> str:
    mark = _MARKS.get(kind, "~")
    return paint(mark, {"+": "new", "−": "old"}.get(mark, "dim"))


def _line(line: Line, columns: int, language: str) -> str:
    what = pad(visible(line.what), columns) if columns else visible(line.what)
    if line.runs:
        return f"{what}  {words(line.runs)}"
    pair = [paint(visible(text), style) for text, style in ((line.old, "old"), (line.new, "new")) if text]
    remark = paint(visible(bracketed(language, line.remark)), "dim")
    return f"{what}{'  ' if pair else ''}{' → '.join(pair)}{remark}"


def words(runs: Sequence[Run]) -> str:
    """A changed text: what was struck out as `[-…-]`, what was put in as `{+…+}`; the rest as far as it is near."""
    texts = []
    for place, run in enumerate(runs):
        text = visible(run.text.replace("\n", " "))
        if run.kind == "old":
            texts.append(paint(f"[-{middle(text)}-]", "old"))
        elif run.kind == "new":
            texts.append(paint(f"{{+{middle(text)}+}}", "new"))
        else:
            texts.append(near(text, first=place == 0, last=place == len(runs) - 1))
    return "".join(texts)


def near(text: str, *, first: bool, last: bool, around: int = AROUND) -> str:
    """What stands beside a change; the middle of a long stretch, or its far end, is left out."""
    start = "" if first else text[:around]
    end = "" if last else text[-around:]
    return text if len(text) <= len(start) + len(end) + 1 else f"{start}…{end}"


def middle(text: str, longest: int = LONGEST) -> str:
    """The text; of a long one its beginning and its end."""
    half = longest // 2
    return text if len(text) <= longest else f"{text[:half]}…{text[-half:]}"


def _following(block: Block, language: str, shown: set[str]) -> Iterator[str]:
    """What follows; a figure that was told above is not told again."""
    said = block.following.summary(language)
    if not said:
        return
    fresh = [text for text in (told.sentence(language) for told in block.following.told) if text not in shown]
    shown.update(fresh)
    together = block.following.together
    others = bracketed(language, say(language, "together", together)) if together else ""
    yield paint(f"      ↳ {said}{others}", "dim")
    yield from (paint(f"        {visible(text)}", "dim") for text in fresh)


def _rest(report: Report) -> Iterator[str]:
    language = report.language
    if report.sources:
        yield _heading(say(language, "sources"), len(report.sources))
        for where, subjects in sources_by_section(report.sources):
            yield f"  {paint(visible(where), 'dim')}  {visible(listed(language, subjects))}"
    if report.prose:
        yield _heading(say(language, "narratives"), len(report.prose))
        yield from (text for each in report.prose for text in _prose(each))
    for key, told in report.lists().items():
        yield _heading(say(language, key), len(told))
        yield from (f"  {visible(each.sentence(language))}" for each in told[:SHOWN])
        if len(told) > SHOWN:
            yield paint(f"  {say(language, 'further', len(told) - SHOWN)}", "dim")
    known = [each.sentence(language) for each in report.accepted]
    for key, lines in (("suggestions", report.suggestions), ("accepted", known), ("stale", report.stale)):
        if lines:
            yield _heading(say(language, key), len(lines))
            yield from (f"  {visible(each)}" for each in lines)


def sources_by_section(lines: Iterable[Line]) -> list[tuple[str, list[str]]]:
    """Only what they are of, by section."""
    groups: dict[str, list[str]] = {}
    for line in lines:
        groups.setdefault(line.where, []).append(line.subject)
    return list(groups.items())


def _prose(prose: Prose) -> Iterator[str]:
    yield f"  {_mark(prose.passage.kind)} {paint(visible(prose.title), 'bold')}"
    if prose.passage.kind == "changed":
        yield f"      {words(prose.runs)}"
    else:
        yield f"      {middle(visible(' '.join(run.text for run in prose.runs).replace(chr(10), ' ')))}"
