"""A request: what a branch asks to change in the handbook, told for those who have to judge it."""

from dataclasses import field

from plangen.diff import ChangeCard, Changes
from plangen.diff.acceptance import Accepted
from plangen.diff.weight import governed
from plangen.model import Acceptance
from plangen.request.approvals import Need
from plangen.request.changed_pages import ChangedPage
from plangen.request.problems import Problems
from plangen.review import Report
from plangen.review.following import Following
from plangen.seals.seal import Seal
from plangen.values import record


@record
class ChangedScenario:
    """A scenario that does not bind and whose own file was edited: what follows there from that file alone."""

    title: str
    following: Following


@record
class ChangedYear:
    """One plan year that both sides have.

    `report` tells the edits that are neither accepted nor told with a later year already (those of shared files are
    the same in every year). `told` holds the places of the latter in `changes.edits`.
    """

    year: int
    changes: Changes
    report: Report
    accepted: Accepted
    told: frozenset[int] = frozenset()
    scenarios: tuple[ChangedScenario, ...] = ()
    cards: tuple[ChangeCard, ...] = ()

    @property
    def edits(self) -> int:
        """How many edits are of this year, accepted ones included."""
        return len(self.changes.edits) - len(self.told)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is to be told."""
        return self.report.is_empty and not self.accepted.edits and not self.scenarios


@record
class Request:
    """Everything that a review says. `years` are the newest first; `asks` says whether there are approval rules.

    `stale` are acceptances that no change needs, `outside` changed files that are no content, `unread` the sides whose
    handbook cannot be read, so that nothing is compared. `is_unread` says that a part could not be read: nobody knows
    then what it changes, nor which problems are really gone. `seals` are years that it closes, and amendments.
    """

    title: str
    language: str
    before: str
    after: str
    years: tuple[ChangedYear, ...] = ()
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    problems: Problems = Problems()
    needs: tuple[Need, ...] = ()
    asks: bool = False
    roles: dict[str, str] = field(default_factory=dict)
    pages: tuple[ChangedPage, ...] = ()
    stale: tuple[Acceptance, ...] = ()
    outside: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    is_unread: bool = False
    seals: tuple[Seal, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether it brings errors that nobody has waived."""
        return self.problems.errors > 0

    @property
    def changes_rules(self) -> bool:
        """Whether it changes what requests are judged by: the settings of reviews, waivers."""
        edits = (edit for each in self.years for edit in each.changes.edits)
        return any(edit.entity.key.kind == "handbook" and governed(edit) == "rules" for edit in edits)

    @property
    def edits(self) -> int:
        """How many edits there are."""
        return sum(each.edits for each in self.years)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the handbook differs."""
        years = self.added or self.removed or any(not each.is_empty for each in self.years)
        return not (
            years
            or self.unread
            or self.seals
            or self.pages
            or self.problems.new
            or self.problems.gone
            or self.problems.waived
        )
