"""A comparison at the terminal: the heaviest first, old and new in colour, wording at the end."""

from collections.abc import Iterable, Iterator, Sequence

from plangen.diff import Run, Weight
from plangen.render.terminal.columns import pad, paint, visible, width
from plangen.review.following import Told
from plangen.review.lines import Line
from plangen.review.report import Block, Prose, Report
from plangen.review.words import bracketed, comma, listed, say

_MARKS = {"added": "+", "removed": "−"}
AROUND = 12
"""How many characters of what did not change are shown beside a changed word."""
SHOWN = 12
"""How many figures of a list are named."""


def render_text(report: Report) -> str:
    """The whole report, with colours; ends with a line break."""
    language, changes = report.language, report.changes
    if report.is_empty:
        return say(language, "same", before=changes.before.label, after=changes.after.label) + "\n"
    parts = ["\n".join(_head(report))]
    shown: set[str] = set()
    for weight in Weight:
        blocks = report.of(weight)
        if blocks:
            parts.append(_heading(say(language, weight.value), sum(len(block.lines) for block in blocks)))
            parts += _blocks(blocks, language, shown)
    parts += _rest(report)
    return "\n".join(parts) + "\n"


def summary(report: Report) -> str:
    """`284 处改动，带动 1,724 个数，24 段说明文字`."""
    language = report.language
    parts = [say(language, "edits", report.edits)]
    parts += [say(language, "moves", f"{report.figures:,}")] if report.figures else []
    parts += [say(language, "passages", len(report.prose))] if report.prose else []
    return comma(language).join(parts)


def _head(report: Report) -> Iterator[str]:
    yield paint(visible(report.title), "bold")
    yield summary(report)
    if report.unread:
        yield paint(say(report.language, "unread"), "error")
        yield from (f"  {visible(each)}" for each in report.unread)
    if report.hidden:
        yield say(report.language, "hidden", min=report.least, count=report.hidden)


def _heading(text: str, count: int) -> str:
    return f"\n{paint(text, 'bold')} {paint(str(count), 'dim')}"


def _blocks(blocks: Sequence[Block], language: str, shown: set[str]) -> Iterator[str]:
    """Blocks of one weight under the plan and section that they share, as long as that stays the same."""
    where = ""
    for block in blocks:
        if block.where != where:
            where = block.where
            yield paint(f"  {visible(where)}", "dim")
        yield from _block(block, language, shown)


def _block(block: Block, language: str, shown: set[str]) -> Iterator[str]:
    first = block.lines[0]
    mark = _MARKS.get(first.edit.kind, "~")
    governs = bracketed(language, say(language, block.governs)) if block.governs else ""
    subject = f"  {_mark(mark)} {paint(visible(block.subject), 'bold')}{governs}"
    if len(block.lines) == 1:
        yield f"{subject}  {_line(first, 0, language)}"
    else:
        yield subject
        columns = max(width(line.what) for line in block.lines)
        yield from (f"      {_line(line, columns, language)}" for line in block.lines)
    yield from _following(block, language, shown)


def _mark(mark: str) -> str:
    return paint(mark, {"+": "new", "−": "old"}.get(mark, "dim"))


def _line(line: Line, columns: int, language: str) -> str:
    what = pad(visible(line.what), columns) if columns else visible(line.what)
    remark = paint(visible(bracketed(language, line.remark)), "dim")
    if line.runs:
        return f"{what}  {words(line.runs)}"
    pair = [paint(visible(text), style) for text, style in ((line.old, "old"), (line.new, "new")) if text]
    return f"{what}{'  ' if pair else ''}{' → '.join(pair)}{remark}"


def words(runs: Sequence[Run]) -> str:
    """A changed text: what was struck out as `[-…-]`, what was put in as `{+…+}`; the rest as far as it is near."""
    texts = []
    for place, run in enumerate(runs):
        text = visible(run.text.replace("\n", " "))
        if run.kind == "old":
            texts.append(paint(f"[-{text}-]", "old"))
        elif run.kind == "new":
            texts.append(paint(f"{{+{text}+}}", "new"))
        else:
            texts.append(near(text, first=place == 0, last=place == len(runs) - 1))
    return "".join(texts)


def near(text: str, *, first: bool, last: bool) -> str:
    """What stands beside a change; the middle of a long stretch, or its far end, is left out."""
    start = "" if first else text[:AROUND]
    end = "" if last else text[-AROUND:]
    if len(text) <= len(start) + len(end) + 1:
        return text
    return f"{start}…{end}"


def _following(block: Block, language: str, shown: set[str]) -> Iterator[str]:
    following = block.following
    said = following.summary(language)
    if not said:
        return
    fresh = [told for told in following.told if told.sentence(language) not in shown]
    shown.update(told.sentence(language) for told in fresh)
    with_ = bracketed(language, say(language, "together", following.together)) if following.together else ""
    yield paint(f"      ↳ {said}{with_}", "dim")
    yield from (f"        {_told(told, language)}" for told in fresh)


def _told(told: Told, language: str) -> str:
    return paint(visible(told.sentence(language)), "dim")


def _rest(report: Report) -> Iterator[str]:
    language = report.language
    if report.sources:
        yield _heading(say(language, "sources"), len(report.sources))
        yield from _sources(report.sources, language)
    if report.prose:
        yield _heading(say(language, "narratives"), len(report.prose))
        yield from (text for each in report.prose for text in _prose(each, language))
    for key, told in (("from-last-year", report.from_last_year), ("unexplained", report.unexplained)):
        if told:
            yield _heading(say(language, key), len(told))
            yield from (f"  {visible(each.sentence(language))}" for each in told[:SHOWN])
            if len(told) > SHOWN:
                yield paint(f"  {say(language, 'further', len(told) - SHOWN)}", "dim")
    if report.suggestions:
        yield _heading(say(language, "suggestions"), len(report.suggestions))
        yield from (f"  {visible(each)}" for each in report.suggestions)


def _sources(lines: Iterable[Line], language: str) -> Iterator[str]:
    """Only the names, a line for each section."""
    groups: dict[str, list[str]] = {}
    for line in lines:
        groups.setdefault(line.where, []).append(line.subject)
    for where, subjects in groups.items():
        yield f"  {paint(visible(where), 'dim')}  {visible(listed(language, subjects))}"


def _prose(prose: Prose, language: str) -> Iterator[str]:
    mark = _MARKS.get(prose.passage.kind, "~")
    yield f"  {_mark(mark)} {paint(visible(prose.title), 'bold')}"
    if prose.passage.kind == "changed":
        yield f"      {words(prose.runs)}"
    else:
        text = prose.passage.after or prose.passage.before
        yield f"      {near(visible(' '.join(text.split())), first=False, last=False)}"
    del language
