"""Mentions: what stands in a cell for a role, a reference, a day, a text or several; a dash where there is nothing."""

from collections.abc import Iterable

from plangen.compute import PlanScope
from plangen.model import Day
from plangen.views import Inline, Line, Link, Num, Words, phrase

NONE: Line = (Num(None),)


def text(written: str | None, note: str | None = None) -> Line:
    """A text, and a remark behind it."""
    remark: Line = (Words(f" {note}", "muted"),) if note else ()
    return (written, *remark) if written else remark or NONE


def texts(written: Iterable[str], scope: PlanScope) -> Line:
    """Several texts in a row."""
    return text(scope.word("、", ", ").join(written))


def mentioned(references: str | Iterable[str] | None, scope: PlanScope, kind: str = "") -> Line:
    """What references lead to, each a link; one that leads nowhere is marked."""
    named = (references,) if isinstance(references, str) else references or ()
    parts: list[Inline] = []
    for each in named:
        address = scope.resolve(each, kind)
        link = Link(scope.name_of(address), address) if address else Words(f"✕ {each}", "bad")
        parts += [scope.word("、", ", "), link]
    return tuple(parts[1:]) or NONE


def roles(references: str | Iterable[str] | None, scope: PlanScope) -> Line:
    """Roles, each a link."""
    return mentioned(references, scope, "org")


def owner(reference: str | None, scope: PlanScope) -> Line:
    """Who answers for something: the role that it names, else that of the plan; nothing where neither does."""
    role = reference or scope.plan.head.owner
    return phrase(scope.word("负责人：{role}", "Owner: {role}"), role=roles(role, scope)) if role else ()


def window(start: Day | None, end: Day | None, scope: PlanScope) -> Line:
    """From the first to the last day; one word where neither is known yet."""
    if start is None and end is None:
        return NONE
    if start is None:
        return (*day(end, scope), scope.word(" 前", " at the latest"))
    if end is None:
        return (*day(start, scope), scope.word(" 起", " on"))
    if start.value is None and end.value is None:
        return day(start, scope)
    return (*day(start, scope), scope.word(" 至 ", " to "), *day(end, scope))


def day(written: Day | None, scope: PlanScope) -> Line:
    """A day as `6-30`, with its year where that is another one; 待定 where it is not known yet."""
    if written is None:
        return NONE
    if written.value is None:
        return (Words(scope.word("待定", "not set"), "unset"),)
    short = f"{written.value.month}-{written.value.day:02}"
    return (short if written.value.year == scope.year else f"{written.value.year}-{short}",)
