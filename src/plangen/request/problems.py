"""Problems of a request: what the checks find on the side after and did not find before."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from plangen.findings import Finding, Level, level_of
from plangen.render.remarks import basis_of
from plangen.values import Address, record

Rename = Callable[[int | None, Address], Address]
"""How an address of the side before is written on the side after, in a year."""
_LEVELS = list(Level)


@record
class Problem:
    """A new finding, and how many others follow from it."""

    finding: Finding
    following: int = 0

    @property
    def level(self) -> Level:
        """How bad it is."""
        return level_of(self.finding)


@record
class Problems:
    """What the request brings: `new` findings (errors first), `waived` ones that are waived only now, `gone` ones."""

    new: tuple[Problem, ...] = ()
    waived: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()

    @property
    def errors(self) -> int:
        """How many new errors there are, each with those that follow from it counted once."""
        return self.count(Level.ERROR)

    def count(self, level: Level) -> int:
        """How many new findings of a level there are."""
        return sum(problem.level is level for problem in self.new)


def problems(before: Sequence[Finding], after: Sequence[Finding], rename: Rename) -> Problems:
    """What differs between the findings of both sides.

    A finding is known by its code and the address it speaks of, never by its line: moved lines make nothing new, and
    one whose numbers changed is still the same. One without an address is known by its file and its words.
    """
    old = [_renamed(each, rename) for each in before]
    open_old, waived_old = _parted(old)
    open_new, waived_new = _parted(after)
    new = _unknown(open_new, open_old)
    told = {each.id for each in new}
    follows = Counter(each.cause for each in new)
    roots = [Problem(each, follows[each.id]) for each in new if each.cause not in told]
    return Problems(
        tuple(sorted(roots, key=lambda problem: _LEVELS.index(problem.level))),
        tuple(_unknown(waived_new, waived_old)),
        tuple(_unknown(open_old, after)),
    )


def _renamed(finding: Finding, rename: Rename) -> Finding:
    return finding.with_(address=rename(finding.year, finding.address)) if finding.address else finding


def _parted(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Those that are open, and those that are waived."""
    known = list(findings)
    return [each for each in known if not each.waived], [each for each in known if each.waived]


def _unknown(findings: Iterable[Finding], known: Iterable[Finding]) -> list[Finding]:
    """The findings that are not among the known ones: first by everything they say, then by what they speak of."""
    exact = Counter(map(_exact, known))
    left = []
    for finding in findings:
        if exact[_exact(finding)]:
            exact[_exact(finding)] -= 1
        else:
            left.append(finding)
    loose = Counter(home for home, _ in exact.elements())
    found = []
    for finding in left:
        home = _exact(finding)[0]
        if finding.address is not None and loose[home]:
            loose[home] -= 1
        else:
            found.append(finding)
    return found


def _exact(finding: Finding) -> tuple[tuple[object, ...], str]:
    """What a finding is known by: its home (code, address or file, year, scenario), and its words."""
    home = (finding.code, finding.address or finding.span.file, finding.year, finding.scenario)
    return home, basis_of(finding)
