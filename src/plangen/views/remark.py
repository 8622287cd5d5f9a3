"""Remarks: what is to be said about a line of a file, for forges and editors that show it there."""

from dataclasses import replace

from plangen.findings.finding import Level
from plangen.values import record
from plangen.values.span import Span


@record
class Remark:
    """One thing said about a stretch of a file, whoever found it.

    `id` names it the same way when lines above it come or go; no two remarks of one list share it. `rule` is the kind
    of remark, such as a finding's code. `hint` says what to do, `accepted` why nothing is to be done. `weight` is how
    much hangs on it, `cause` the id of the remark that it follows from.
    """

    level: Level
    span: Span
    title: str
    text: str
    id: str
    rule: str
    hint: str = ""
    accepted: str = ""
    weight: int = 0
    cause: str = ""
    related: tuple[tuple[Span, str], ...] = ()

    @property
    def last_line(self) -> int:
        """The last line that it is about: a stretch that ends before the first column ends on the line before."""
        span = self.span
        return span.end_line - 1 if span.end_line > span.line and span.end_column == 1 else span.end_line

    def inside(self, folder: str) -> "Remark":
        """The same with paths as they are above `folder`, which ends with `/` unless it is empty."""
        related = tuple((_inside(span, folder), said) for span, said in self.related)
        return replace(self, span=_inside(self.span, folder), related=related)


def _inside(span: Span, folder: str) -> Span:
    return replace(span, file=folder + span.file)


@record
class Manual:
    """The manual page of a kind of remark: its level, one sentence, the reasons, and the whole page."""

    rule: str
    level: Level
    short: str
    full: str
    page: str
