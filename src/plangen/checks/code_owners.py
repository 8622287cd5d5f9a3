"""Who owns the files of a handbook: told from the owners of plans and sections, and compared with what is written."""

from collections.abc import Iterable, Iterator

from plangen.checks.owner_codes import DRIFTED, NO_HANDLE, NO_OWNER
from plangen.checks.owner_names import DEFAULT
from plangen.compute import PlanScope, YearScope
from plangen.findings import Finding
from plangen.model import Entry, Handbook
from plangen.render.code_owners import Ownership, lines_in, owners_of
from plangen.source import SEALED
from plangen.values import Span

Owners = tuple[str, ...]
NAMED = 5
"""How many files without an owner are named."""


def ownerships(handbook: Handbook, content: str) -> tuple[list[Ownership], list[Finding]]:
    """The rules for a handbook whose content lies in a folder, by paths below it; and roles without a name.

    The handbook belongs to its `owner`, else to the current year's top plans'; what lies outside the content to
    `default`. Each year belongs to its top plans' owners, each plan to its own or the nearest above, and a section
    that has one to that role as well. A rule that says nothing new is left out.
    """
    desk = _Desk(handbook)
    top = desk.handbook_owners()
    rules = [Ownership("", desk.default or top), Ownership(f"{content}/", top)]
    for year in sorted(handbook.years):
        rules.append(Ownership(f"{content}/{year}/", desk.year_owners(year) or top))
        for scope in desk.scopes[year].values():
            rules += _of_plan(desk, scope, f"{content}/{year}/{scope.plan.path}/", top)
    return _thinned([*rules, Ownership(f"{SEALED}/", top)]), list(desk.findings.values())


def _of_plan(desk: "_Desk", scope: PlanScope, folder: str, top: Owners) -> Iterator[Ownership]:
    owners = desk.plan_owners(scope) or top
    yield Ownership(folder, owners)
    for kind, section in scope.plan.sections.items():
        if section.owner is not None:
            both = tuple(dict.fromkeys((*owners, *desk.names(section, scope))))
            file = section.place.file.rpartition("/")[2]
            narrative = [f"{kind}.md"] if kind in scope.plan.narratives else []
            yield from (Ownership(folder + name, both) for name in (file, *narrative))


def _thinned(rules: Iterable[Ownership]) -> list[Ownership]:
    """The rules without those that say what the one around them says."""
    kept: list[Ownership] = []
    for rule in rules:
        around = [each.owners for each in kept if not each.path or rule.path.startswith(each.path)]
        if not around or around[-1] != rule.owners:
            kept.append(rule)
    return kept


class _Desk:
    """Looks up names on the forge; collects the roles that have none."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.table = handbook.head.owners
        self.default: Owners = self.table.get(DEFAULT, ())
        self.findings: dict[str, Finding] = {}
        self.scopes = {year: _by_path(YearScope(handbook, year)) for year in handbook.years}

    def names(self, entry: Entry, scope: PlanScope) -> Owners:
        """The names of the role that owns an entry; the default's where it has none."""
        if entry.owner is None:
            return ()
        role = scope.resolve(entry.owner, "org")
        full = str(role) if role else entry.owner
        return self._named(full, role.item[-1] if role else entry.owner, entry, scope.year)

    def _named(self, full: str, short: str, entry: Entry, year: int | None) -> Owners:
        found = self.table.get(full) or self.table.get(short)
        if not found:
            finding = Finding(NO_HANDLE, entry.span("owner"), {"role": short, "key": short}, year, entry.address())
            self.findings.setdefault(short, finding)  # one line mends all places
        return found or self.default

    def plan_owners(self, scope: PlanScope) -> Owners:
        """The owner of a plan: its own, else that of the nearest plan above that has one."""
        heads = ((each.head, self.scopes[scope.year][each.path]) for each in scope.plan.lineage())
        return next((self.names(head, where) for head, where in heads if head.owner is not None), ())

    def year_owners(self, year: int) -> Owners:
        """The owners of a year's top plans."""
        tops = (scope for scope in self.scopes[year].values() if scope.plan.parent is None)
        return tuple(dict.fromkeys(name for scope in tops for name in self.plan_owners(scope)))

    def handbook_owners(self) -> Owners:
        """Who owns what belongs to no plan of one year."""
        head, year = self.handbook.head, self.handbook.current_year
        if head.owner is not None:
            return self._named(head.owner, head.owner, head, None)
        return (self.year_owners(year) if year in self.handbook.years else ()) or self.default


def _by_path(year: YearScope) -> dict[str, PlanScope]:
    return {scope.plan.path: scope for scope in year.plans()}


def unowned(text: str, files: Iterable[str], folder: str) -> list[Finding]:
    """The files that no rule of a CODEOWNERS text gives an owner, as one finding at the first: PG264, or nothing.

    `folder` is where the handbook lies below the top of its repository.
    """
    lines = lines_in(text)
    lost = [file for file in files if not owners_of(folder + file, lines)]
    if not lost:
        return []
    names = ", ".join(lost[:NAMED]) + (" …" if len(lost) > NAMED else "")
    return [Finding(NO_OWNER, Span.whole(lost[0]), {"count": len(lost), "names": names})]


def drift(expected: str, found: str, file: str) -> list[Finding]:
    """The first rule in which a CODEOWNERS file differs from what it should be: PG265, or nothing."""
    wanted, written = lines_in(expected, of_block=True), lines_in(found, of_block=True)
    for index in range(max(len(wanted), len(written))):
        want, has = (str(lines[index]) if index < len(lines) else "" for lines in (wanted, written))
        if want != has:
            line = written[min(index, len(written) - 1)].line if written else 1
            args = {"name": file, "found": has or "—", "expected": want or "—"}
            return [Finding(DRIFTED, Span.at(file, line, 1, max(len(has), 1)), args)]
    return []
