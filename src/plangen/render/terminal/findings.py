"""Findings as text: what is wrong, where, the line underlined, a way out, what follows from it, a summary."""

from collections.abc import Iterable, Iterator, Sequence

from plangen.findings import Finding, Level, level_of, message, way_out
from plangen.render.terminal.columns import paint, visible
from plangen.render.terminal.excerpt import Lines, excerpt
from plangen.render.terminal.words import word
from plangen.values import Span, is_chinese, say

SHOWN_RELATED = 3
"""How many related places are shown with a finding."""


def render_findings(findings: Sequence[Finding], lines: Lines, language: str) -> str:
    """Every finding in the order given; what follows from one stands below it in one line.

    Notes come behind errors and warnings, one line each; waived findings last. Returns an empty text where there is
    none; ends with a line break otherwise.
    """
    open_ones = [finding for finding in findings if not finding.waived]
    known = {finding.id for finding in open_ones}
    roots = [finding for finding in open_ones if finding.cause not in known]
    blocks = []
    for root in roots:
        if level_of(root) is not Level.INFO:
            below = [finding for finding in open_ones if finding.cause == root.id]
            parts = [*_full(root, lines, language), *(f"    ↳ {_head(finding, language)}" for finding in below)]
            blocks.append("\n".join(parts))
    notes = [_head(finding, language) for finding in roots if level_of(finding) is Level.INFO]
    waived = [line for finding in findings if finding.waived for line in _waived(finding, language)]
    blocks += ["\n".join(short) for short in (notes, waived) if short]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _head(finding: Finding, language: str) -> str:
    level = level_of(finding).value
    place = visible(str(finding.span))
    return f"{paint(place, 'bold')}  {finding.code} {paint(level, level)}  {visible(message(finding, language))}"


def _full(finding: Finding, lines: Lines, language: str) -> Iterator[str]:
    yield _head(finding, language)
    related = [(span, _note(finding, span, key)) for span, key in finding.related]
    near = [pair for pair in related if pair[0].file == finding.span.file][:SHOWN_RELATED]
    yield from excerpt(lines, [(finding.span, ""), *near], level_of(finding).value)
    for span, note in [pair for pair in related if pair not in near][:SHOWN_RELATED]:
        yield f"  = {word(language, 'also')} {visible(f'{span}  {note}')}"
    yield f"  = {word(language, 'way-out')}{visible(way_out(finding, language))}"
    address = f"{visible(str(finding.address))}    " if finding.address else ""
    yield f"  = {paint(address + word(language, 'explain', finding.code), 'dim')}"


def _note(finding: Finding, span: Span, key: str) -> str:
    """What a related place is; nothing where the finding only names its line and column."""
    text = str(finding.args.get(key, key))
    return "" if text in (str(span), f"{span.line}:{span.column}") else text


def _waived(finding: Finding, language: str) -> Iterator[str]:
    place, said = visible(str(finding.span)), visible(message(finding, language))
    yield f"{place}  {finding.code} {paint(word(language, 'waived'), 'waived')}  {said}"
    yield f"    {word(language, 'reason')}{visible(finding.waived)}"


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings of each level there are, waived ones left out: `error`, `warning`, `info`."""
    levels = [level_of(finding) for finding in findings if not finding.waived]
    return {level.value: levels.count(level) for level in Level}


def render_summary(findings: Sequence[Finding], unset: int, plans: int, years: int, language: str) -> str:
    """One line: `1 个错误，2 个警告，1 项豁免；9 项待定。4 个计划，2 个年度`."""
    number = counts(findings)
    waived = sum(bool(finding.waived) for finding in findings)
    parts = [_count(language, "errors", number["error"]), _count(language, "warnings", number["warning"])]
    parts += [_count(language, key, n) for key, n in (("infos", number["info"]), ("waivers", waived)) if n]
    comma, semicolon, stop = (say(pair, language) for pair in (("，", ", "), ("；", "; "), ("。", ". ")))
    left = comma.join(parts) + (semicolon + word(language, "unset", unset) if unset else "")
    return left + stop + comma.join((_count(language, "plans", plans), _count(language, "years", years)))


def _count(language: str, key: str, number: int) -> str:
    text = word(language, key, number)
    return text.removesuffix("s") if number == 1 and not is_chinese(language) else text
