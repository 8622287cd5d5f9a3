"""Grouping: what follows from one mistake stands under it; the first finding is the one to mend first."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from plangen.checks.unread import Unread
from plangen.compute import Figures, Variant, with_variants
from plangen.findings import Finding, Level, level_of
from plangen.values import Address, Key

RANK = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2}


def group(
    findings: list[Finding], figures: Figures, unread: Sequence[Unread] = (), variants: Iterable[Variant] = ()
) -> list[Finding]:
    """Findings with their cause, in order: errors first, then by place; each is followed by what follows from it.

    A finding follows from another of the same year when one of its figures is computed from a figure that the other
    one makes doubtful, and not the other way round; or when it stands on something in a file that was refused.
    Without such a mistake nothing is looked up, and the figures of the `variants` need not be told from the year's.
    """
    unique = list({(finding.id, finding.address): finding for finding in findings}.values())
    caused = unique
    if unread or any(_is_mistake(finding) for finding in unique):
        caused = _Causes(unique, with_variants(figures, variants), unread).told()
    below: dict[str, list[Finding]] = {}
    for finding in sorted(caused, key=_order):
        below.setdefault(finding.cause, []).append(finding)
    ordered: list[Finding] = []
    for root in below.pop("", []):
        ordered += [root, *below.pop(root.id, [])]
    return ordered + sorted((finding for rest in below.values() for finding in rest), key=_order)


def _is_mistake(finding: Finding) -> bool:
    """Whether others may follow from a finding."""
    return level_of(finding) is Level.ERROR and not finding.waived


def _order(finding: Finding) -> tuple[object, ...]:
    return (bool(finding.waived), RANK[level_of(finding)], finding.span, finding.code, str(finding.address))


class _Mistake:
    """A finding with the figures it makes doubtful (`keys`) and all that these are computed from (`origins`)."""

    def __init__(self, finding: Finding, figures: Figures) -> None:
        self.finding = finding
        self._figures = figures
        self.keys = frozenset(self._key(finding.year, each) for each in finding.about if finding.year is not None)

    def _key(self, year: int | None, address: Address) -> Key:
        """The key of a figure, in the finding's scenario as far as that has one of its own."""
        own = Key(year or 0, address, self.finding.scenario)
        return own if own in self._figures else own._replace(scenario="")

    @cached_property
    def origins(self) -> frozenset[Key]:
        return frozenset(origin for key in self.keys for origin in self._figures.origins(key))

    @cached_property
    def needs(self) -> frozenset[Key]:
        """What the finding stands on: its origins, those of its address, and of the wholes that these are parts of."""
        year = self.finding.year
        if year is None:
            return frozenset()
        address = self.finding.address
        mine = {self._key(year, each) for each in (*self.finding.about, *([address] if address else []))}
        wholes = {self._key(year, key.address.at(None).of()) for key in mine}
        return frozenset(origin for key in mine | wholes for origin in self._figures.origins(key))

    def follows(self, other: "_Mistake") -> bool:
        """Whether this comes from the other: computed from what it makes doubtful, and not the other way round."""
        if other is self or self.keys & other.keys or other.finding.scenario not in ("", self.finding.scenario):
            return False
        return bool(other.keys & self.origins) and not self.keys & other.origins


class _Causes:
    """Finds the cause of every finding: the mistake that is to be mended first."""

    def __init__(self, findings: list[Finding], figures: Figures, unread: Sequence[Unread]) -> None:
        self.mistakes = [_Mistake(finding, figures) for finding in findings]
        self.unread = sorted(unread, key=lambda each: _order(each.cause))
        self.by_key: dict[Key, list[_Mistake]] = {}
        for mistake in self.mistakes:
            if _is_mistake(mistake.finding):
                for key in mistake.keys:
                    self.by_key.setdefault(key, []).append(mistake)

    def told(self) -> list[Finding]:
        """Every finding with its cause. What follows from something that itself follows gets the first cause."""
        direct = {id(mistake.finding): self._direct(mistake) for mistake in self.mistakes}
        return [mistake.finding.with_(cause=_first(mistake.finding, direct)) for mistake in self.mistakes]

    def _direct(self, mistake: _Mistake) -> Finding | None:
        for each in self.unread:
            if each.cause is not mistake.finding and each.explains(mistake.finding, mistake.needs):
                return each.cause
        found = {id(other): other for key in mistake.origins for other in self.by_key.get(key, ())}
        causes = [other for other in found.values() if mistake.follows(other)]
        roots = [cause for cause in causes if not any(cause.follows(other) for other in causes)]
        return min((root.finding for root in roots), key=_order, default=None)


def _first(finding: Finding, direct: dict[int, Finding | None]) -> str:
    cause, seen = direct[id(finding)], {id(finding)}
    while cause is not None and direct.get(id(cause)) is not None and id(cause) not in seen:
        seen.add(id(cause))
        cause = direct[id(cause)]
    return cause.id if cause is not None and id(cause) not in seen else ""
