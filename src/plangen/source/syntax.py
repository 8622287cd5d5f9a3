"""What a YAML parser's error means to the writer: the line that is really wrong, and the way out."""

import re
from collections.abc import Callable
from typing import Any

from plangen.findings import Finding, Level, declare
from plangen.source import guards, hints
from plangen.source.fullwidth import full_width, in_brackets, in_line
from plangen.source.node import YamlScalar
from plangen.source.origin import Origin
from plangen.source.text import PG106, unsafe_escape
from plangen.values.span import Span

PG108 = declare(
    "PG108",
    Level.ERROR,
    zh="用制表符（Tab）缩进",
    en="a tab is used for indentation",
    fix_zh="把 Tab 换成空格（每层两个）",
    fix_en="replace the tab by spaces (two for each level)",
    manual="""A line is indented with a tab character.

Why:
    YAML forbids it: how wide a tab is depends on the editor, so that two people would see different levels.

Bad:
    # objectives.yml
    revenue:
    \ttarget: 100万元

Good:
    # objectives.yml
    revenue:
      target: 100万元
""",
)

_HEX = re.compile(r"[0-9A-Fa-f]{1,8}")
_GLUED = re.compile(r"\s*(?:-\s+)*[^\W\d][\w-]*(:)(?![\s/]|$)")


class Failure:
    """A parser's error together with the text around it; `line` and `column` count from 0, as the parser does."""

    def __init__(self, origin: Origin, error: Any, last: Any) -> None:
        mark = error.problem_mark or error.context_mark
        context = error.context_mark or mark
        self.origin = origin
        self.says = f"{error.context or ''}: {error.problem or ''}"
        # a text that ends too early ends, for the parser, on the line after its last one
        self.cut_off = mark.line >= len(origin.lines)
        self.line: int = len(origin.lines) - 1 if self.cut_off else mark.line
        self.column: int = len(origin.lines[-1]) if self.cut_off else mark.column
        self.from_line: int = context.line
        self.from_column: int = context.column
        self.last = last

    @property
    def text(self) -> str:
        """The line where the parser stopped."""
        return self.origin.source_line(self.line)

    @property
    def here(self) -> Span:
        """Where the parser stopped."""
        return self.origin.at(self.line, self.column)

    @property
    def opened(self) -> Span:
        """Where the thing began that the parser was reading."""
        return self.origin.at(self.from_line, self.from_column)

    @property
    def last_lines(self) -> tuple[int, int]:
        """The first and last line of the scalar before the error (the error's own line where there is none)."""
        return (self.last.start_mark.line, self.last.end_mark.line) if self.last else (self.line, self.line)

    def sign(self) -> str:
        """The character where the thing began that the parser was reading."""
        return self.origin.source_line(self.from_line)[self.from_column : self.from_column + 1]


def explain(origin: Origin, error: Any, last: Any) -> Finding:
    """The one finding for a parser's error. `last` is the scalar event before it, or None."""
    failure = Failure(origin, error, last)
    for rule in (_directive, _tab, _full_width, _glued):
        finding = rule(failure)
        if finding:
            return finding
    for words, say in _RULES:
        if any(word in failure.says for word in words):
            return say(failure)
    return hints.bad_syntax(failure.here, hints.OTHER, detail=failure.says)


def misread(scalar: YamlScalar) -> Finding | None:
    """Why a plain text stands where a mapping was meant: `target：100` or `target:100`; None where nothing hints at it.

    For a schema that expects entries and finds a text.
    """
    span, line = scalar.span, scalar.text.partition("\n")[0]
    if scalar.style or not line:
        return None
    offset = in_line(line)
    if offset >= 0:
        return full_width(Span.at(span.file, span.line, span.column + offset), line[offset])
    glued = _GLUED.match(line)
    return hints.bad_syntax(Span.at(span.file, span.line, span.column + glued.start(1)), hints.GLUED) if glued else None


def _directive(failure: Failure) -> Finding | None:
    if failure.text.startswith("%") and ("directive" in failure.says or "YAML" in failure.says):
        return guards.not_a_mapping(failure.origin.at(failure.line, 0), guards.DIRECTIVE)
    return None


def _tab(failure: Failure) -> Finding | None:
    line = failure.text
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    column = indent.find("\t")
    if column < 0 and line[failure.column : failure.column + 1] == "\t":
        column = failure.column
    return Finding(PG108, failure.origin.at(failure.line, column)) if column >= 0 else None


def _full_width(failure: Failure) -> Finding | None:
    if "quoted" in failure.says:
        return None
    first, end = failure.line, failure.line + 1
    if "simple key" in failure.says:
        first, end = failure.from_line, failure.from_line + 1
    elif "mapping values" in failure.says or "flow" in failure.says:
        first = min(failure.last_lines[0], failure.line)
    for number in range(first, end):
        line = failure.origin.source_line(number)
        if "flow" in failure.says:
            offset = in_brackets(line, failure.last.start_mark.column if failure.last and number == first else 0)
        else:
            offset = in_line(line)
        if offset >= 0:
            return full_width(failure.origin.at(number, offset), line[offset])
    return None


def _glued(failure: Failure) -> Finding | None:
    if "simple key" in failure.says:
        lines = range(failure.from_line, failure.from_line + 1)
    elif "mapping values" in failure.says:
        lines = range(failure.last_lines[0], failure.line)
    else:
        return None
    for number in lines:
        match = _GLUED.match(failure.origin.source_line(number))
        if match:
            return hints.bad_syntax(failure.origin.at(number, match.start(1)), hints.GLUED)
    return None


def _escape_code(failure: Failure) -> Finding:
    digits = _HEX.match(failure.text, failure.column)
    return unsafe_escape(failure.here, PG106, f"U+{digits.group().upper()}" if digits else "U+?")


def _open_quote(failure: Failure) -> Finding:
    line = failure.origin.source_line(failure.from_line)
    for column in range(len(line) - 1, failure.from_column, -1):
        if line[column] in "“”‘’":
            return full_width(failure.origin.at(failure.from_line, column), line[column])
    return hints.bad_syntax(failure.opened, hints.UNCLOSED_QUOTE, character=failure.sign())


def _mapping_values(failure: Failure) -> Finding:
    if failure.last_lines[0] < failure.line:
        indent = len(failure.text) - len(failure.text.lstrip())
        return hints.bad_syntax(failure.origin.at(failure.line, indent), hints.TOO_DEEP)
    return hints.bad_syntax(failure.here, hints.TWO_COLONS)


def _bracket(failure: Failure) -> Finding:
    if failure.last_lines == (failure.line, failure.line) and not failure.cut_off:
        return hints.bad_syntax(failure.here, hints.MISSING_COMMA)
    return hints.bad_syntax(failure.opened, hints.UNCLOSED_BRACKET, character=failure.sign())


def _no_key(failure: Failure) -> Finding:
    last = failure.last
    if last is not None and last.style in ("'", '"') and last.end_mark.line == failure.line:
        if last.start_mark.line < failure.line:
            start = failure.origin.at(last.start_mark.line, last.start_mark.column)
            return hints.bad_syntax(start, hints.UNCLOSED_QUOTE, character=last.style)
        return hints.bad_syntax(failure.here, hints.AFTER_QUOTE)
    dash = failure.text.lstrip().startswith("-")
    wrong = dash if "'-' indicator" not in failure.says else not dash
    return hints.bad_syntax(failure.here, hints.MIXED if wrong else hints.WRONG_INDENT)


def _document_start(failure: Failure) -> Finding:
    if any(line.startswith("...") for line in failure.origin.lines[: failure.line]):
        return guards.not_a_mapping(failure.here, guards.DOCUMENTS)
    return hints.bad_syntax(failure.here, hints.WRONG_INDENT)


def _sign_here(failure: Failure) -> Finding:
    character = failure.text[failure.column : failure.column + 1]
    hint = hints.SIGN if character else hints.OTHER
    return hints.bad_syntax(failure.here, hint, character=character, detail=failure.says)


_RULES: tuple[tuple[tuple[str, ...], Callable[[Failure], Finding]], ...] = (
    (("Unicode character escape code",), _escape_code),
    (("unknown escape", "escape sequence"), lambda failure: hints.bad_syntax(failure.here, hints.ESCAPE)),
    (("quoted scalar",), _open_quote),
    (("undefined tag handle",), lambda failure: Finding(guards.PG105, failure.here, {"tag": failure.sign()})),
    (
        ("scanning a tag", "parsing a tag", "scanning an alias", "scanning an anchor", "block scalar"),
        lambda failure: hints.bad_syntax(failure.opened, hints.SIGN, character=failure.sign()),
    ),
    (("cannot start any token", "node content"), _sign_here),
    (("could not find expected ':'",), lambda failure: hints.bad_syntax(failure.opened, hints.NO_COLON)),
    (("mapping values are not allowed",), _mapping_values),
    (("entries are not allowed",), lambda failure: hints.bad_syntax(failure.here, hints.LIST_PLACE)),
    (("',' or",), _bracket),
    (("expected key", "'-' indicator", "expected <block end>"), _no_key),
    (("document start",), _document_start),
)
