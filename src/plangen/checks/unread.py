"""Unread files: what could not be found because a file was refused follows from the mistake in that file."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from plangen.findings import Finding, Level, level_of
from plangen.model import SCENARIOS, Handbook
from plangen.values import Key, record

DIMENSIONS = "shared/dimensions.yml"
UNKNOWN_KEY = "PG112"


@record
class Unread:
    """A section, a whole plan (`kind` is empty) or the dimensions (`plan` is empty too) that `cause` kept out.

    `plans` are the plans of the year that were read.
    """

    cause: Finding
    year: int
    plan: str
    kind: str
    plans: frozenset[str]

    def explains(self, finding: Finding, needs: Iterable[Key]) -> bool:
        """Whether a finding comes from what is missing here; `needs` are the figures and items that it stands on."""
        if finding.span.file == self.cause.span.file:
            return False
        if not self.plan:
            lost = finding.code == UNKNOWN_KEY or any(key.address.kind == "dimensions" for key in needs)
            return lost and finding.year == self.year
        return any(self._lacks(key) for key in needs)

    def _lacks(self, key: Key) -> bool:
        plan = key.address.plan
        within = plan == self.plan or (plan not in self.plans and plan.startswith(f"{self.plan}/"))
        return within and key.year == self.year and self.kind in ("", key.address.kind)


def unread(findings: Iterable[Finding], handbook: Handbook) -> list[Unread]:
    """What the errors of reading kept out of a handbook, told by the files they stand in; each with its first error."""
    errors = sorted((f for f in findings if level_of(f) is Level.ERROR), key=lambda f: (f.span, f.code))
    found: dict[tuple[int, str, str], Unread] = {}
    for each in (each for error in errors for each in _unread(error, handbook)):
        found.setdefault((each.year, each.plan, each.kind), each)
    return list(found.values())


def _unread(finding: Finding, handbook: Handbook) -> Iterator[Unread]:
    path = PurePosixPath(finding.span.file)
    if finding.span.file.endswith(DIMENSIONS):
        for year in handbook.years if finding.year is None else (finding.year,):
            if not handbook.dimensions[year].axes:
                yield Unread(finding, year, "", "", frozenset())
        return
    if path.parent.name == SCENARIOS:
        return  # the plan itself is read
    start = next((i for i, part in enumerate(path.parts) if _year(part) in handbook.years), None)
    if start is None:
        return
    year, folder = _year(path.parts[start]), "/".join(path.parts[start + 1 : -1])
    plans = handbook.years[year].plans
    if folder and folder not in plans:
        yield Unread(finding, year, folder, "", frozenset(plans))
    elif not path.suffix:
        yield Unread(finding, year, "/".join(path.parts[start + 1 :]), "", frozenset(plans))
    elif path.suffix in (".yml", ".yaml") and folder and path.stem not in plans[folder].sections:
        yield Unread(finding, year, folder, path.stem, frozenset(plans))


def _year(name: str) -> int:
    return int(name) if len(name) == 4 and name.isascii() and name.isdigit() else 0
