"""A finding: one problem as a value, with a code, a place, the numbers that are wrong and a way out."""

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from hashlib import sha256

from plangen.values import record
from plangen.values.address import Address
from plangen.values.span import Span


class Level(StrEnum):
    """How bad a finding is. Only an error refuses the content."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@record
class Finding:
    """One problem. The words come from the code's definition, so that every printer and language can say it.

    `args` fill the definition's sentences. `about` are the figures it makes doubtful, used to group what follows
    from one mistake. `related` are other places, each with a short key into `args` or a plain text. `scenario` is the
    one of the year that it is found in only; empty for the year itself.
    """

    code: str
    span: Span
    args: Mapping[str, object] = field(default_factory=dict)
    year: int | None = None
    address: Address | None = None
    about: tuple[Address, ...] = ()
    related: tuple[tuple[Span, str], ...] = ()
    waived: str = ""
    cause: str = ""
    scenario: str = ""

    def with_(self, **changes: object) -> "Finding":
        """The same finding with some fields replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def id(self) -> str:
        """A stable name of this finding: code, place, year, scenario; used as `cause` of what follows from it."""
        version = f"#{self.year}" if self.year else ""
        return f"{self.code}@{self.span}{version}" + (f"@{self.scenario}" if self.scenario else "")

    @property
    def anchor(self) -> str:
        """What a page calls this finding, so that links lead to it: a hash of what it is, whatever its line."""
        what = f"{self.code} {self.address or self.span} {self.year} {self.scenario}"
        return f"finding-{sha256(what.encode()).hexdigest()[:8]}"
