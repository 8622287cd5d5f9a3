"""Numbers for readers: the figure at an address, so that what is shown always names where it comes from."""

from typing import Any

from plangen.compute import PlanScope
from plangen.values import Address
from plangen.views import Num


def shown(scope: PlanScope, address: Address, unit: str = "", digits: int | None = None, **look: Any) -> Num:
    """The figure at an address as a number to show; not applicable, and without address, where there is none.

    `look` is what else `Num` takes: `with_unit`, `signed`, `symbol`, `tone`.
    """
    quantity = scope.quantity(address)
    return Num(quantity, unit, digits, address=address if quantity is not None else None, **look)
