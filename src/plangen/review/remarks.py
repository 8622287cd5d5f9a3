"""Edits as remarks: what forges and editors show at the changed lines."""

from collections.abc import Iterator
from hashlib import sha256

from plangen.diff import Weight
from plangen.findings import Level
from plangen.render.terminal.columns import visible
from plangen.review.lines import Line
from plangen.review.report import Comparison, Report, placed
from plangen.review.words import semicolon
from plangen.views import Manual, Remark

_LEVELS = {Weight.BREAKING: Level.WARNING}
_MEANINGS = {
    Weight.BREAKING: "A cap, a rule, pay or a definition was changed, or an id is gone.",
    Weight.MAJOR: "A quantity changed by the handbook's threshold or more; or something is new, moved or handed over.",
    Weight.MINOR: "A smaller change of what is counted or dated.",
    Weight.TEXT: "Words were changed.",
}


def remarks_of(told: Comparison) -> list[Remark]:
    """Every edit as a remark at its line, the heaviest first: a warning where it is breaking, else a note."""
    return [remark for report in told.reports for remark in _remarks(report)]


def manuals() -> list[Manual]:
    """What the weights of edits mean."""
    return [
        Manual(_rule(weight), _LEVELS.get(weight, Level.INFO), meaning, meaning, meaning)
        for weight, meaning in _MEANINGS.items()
    ]


def _remarks(report: Report) -> Iterator[Remark]:
    language = report.language
    lines = report.lines()
    for line in lines:
        span, told = line.edit.span, report.changes.consequences[line.place]
        if span is None:
            continue
        following = report.following.of([line.place]).summary(language)
        parts = [line.sentence(language), *([following] if following else [])]
        yield Remark(
            _LEVELS.get(told.weight, Level.INFO),
            span,
            visible(placed(line.where, line.subject)),
            visible(f"{line.subject} {semicolon(language).join(parts)}"),
            _id(report, line),
            _rule(told.weight),
            weight=len(report.changes.edits) - line.place,
        )


def _rule(weight: Weight) -> str:
    return f"diff-{weight.value}"


def _id(report: Report, line: Line) -> str:
    """A name that holds no line number, value or place."""
    basis = f"{report.changes.before.year}\n{report.changes.after.year}\n{line.edit.id}"
    return sha256(basis.encode()).hexdigest()[:32]
