"""Lines of the gap ledger in words: how they stand, who holds them and until when."""

from plangen.model import Plan
from plangen.site.edition import Edition
from plangen.views import LedgerLine, Line, Link, Tone, Words

_STATES = {
    "open": ("未关闭", "open"),
    "overdue": ("已过期", "overdue"),
    "differs": ("与申报不符", "not as declared"),
    "undeclared": ("没有人认领", "held by nobody"),
    "unset": ("等未定的数", "waits for what is not set"),
    "waived": ("已豁免", "waived"),
}

_TONES: dict[str, Tone] = {
    "overdue": "bad",
    "differs": "bad",
    "undeclared": "bad",
    "unset": "unset",
    "waived": "sealed",
}


def state_name(edition: Edition, line: LedgerLine) -> str:
    """How a line stands; what the handbook accepts for a time is `waived`."""
    return "waived" if waiver_of(edition, line) else line.state


def state_of(edition: Edition, line: LedgerLine) -> Line:
    """How a line stands, in a word."""
    state = state_name(edition, line)
    return (Words(edition.word(*_STATES[state]), _TONES.get(state, "")),)


def waiver_of(edition: Edition, line: LedgerLine) -> str:
    """The reason for which the finding of a difference is accepted, with who and until when; empty where it is not."""
    found = (f.waived for f in edition.findings if f.year == edition.year and f.address == line.judged)
    return next((reason for reason in found if reason), "")


def what_of(edition: Edition, line: LedgerLine) -> Line:
    """Whose parts differ from it, and parts of which sort."""
    return (*line.what, edition.word("，按{by}", ", by {by}", by=line.by))


def owner_of(edition: Edition, plan: Plan, line: LedgerLine) -> Line:
    """The role that closes a difference, as a link to it."""
    scope = edition.of(plan)
    address = scope.resolve(line.owner, "org") if line.owner else None
    if address is None:
        return (line.owner,) if line.owner else (Words("—", "muted"),)
    return (Link(scope.name_of(address), address),)


def held_by(edition: Edition, plan: Plan, line: LedgerLine) -> Line:
    """Who closes a difference, and by which day where one is named."""
    if not line.due:
        return owner_of(edition, plan, line)
    due = edition.word("，{due} 前", ", by {due}", due=line.due.isoformat())
    return (*owner_of(edition, plan, line), due)


def ledger_row(edition: Edition, plan: Plan, line: LedgerLine) -> tuple[Line, Line, Line]:
    """One open difference in a list: what by what, who holds it until when, how much."""
    held = (" ", *held_by(edition, plan, line)) if line.owner or line.due else ()
    return what_of(edition, line), (*state_of(edition, line), *held), (line.difference,)
