"""Ledger: differences between what is given from above and what the parts make, as any section kind tells them."""

from datetime import date
from typing import Literal

from plangen.values.address import Address
from plangen.values.record import record
from plangen.views.inline import Line, Num


@record
class LedgerLine:
    """One open difference.

    `what` is the item, `by` what it is split by; `top` the number given from above, `bottom` what the parts make,
    `difference` top less bottom. `judged` is the address that a check speaks of, where the difference is a finding.
    `state`: `open` (declared), `overdue`, `differs` (declared as another amount), `undeclared` (nobody holds it),
    `unset` (parts that are not set may hold it).
    """

    what: Line
    by: str
    top: Num
    bottom: Num
    difference: Num
    state: Literal["open", "overdue", "differs", "undeclared", "unset"]
    owner: str = ""
    due: date | None = None
    reason: str = ""
    judged: Address | None = None
