"""Headlines of the units: what each is judged by, and those of them that are the same measure added up."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from plangen.compute import PlanScope
from plangen.model import Plan
from plangen.site.edition import Edition
from plangen.values import NONE, Quantity
from plangen.values.quantity import total
from plangen.views import Headline, Num


class Headlines:
    """The headlines of a year's plans. Those that are money are told in `unit`, so that they stand in one column."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    def of(self, scope: PlanScope) -> Headline | None:
        """What a plan is judged by: that of its first section that tells one."""
        path = scope.plan.path
        if path not in self._made:
            sections = ((kind, scope.section(name)) for name, kind in self._edition.kinds.items())
            told = (kind.headline(section, scope) for kind, section in sections if section is not None)
            self._made[path] = next((each for each in told if each is not None), None)
        return self._made[path]

    @cached_property
    def _made(self) -> dict[str, Headline | None]:
        return {}

    @cached_property
    def unit(self) -> str:
        """The unit that most plans with a money target count in."""
        heads = [scope.plan.head.unit for scope in self._edition.plans.values() if is_money(self.of(scope))]
        return max(dict.fromkeys(heads), key=heads.count, default="")

    def is_money(self, headline: Headline | None) -> bool:
        """Whether a target is money; one that is not set yet is where the same measure is money elsewhere."""
        return headline is not None and (
            is_money(headline) or (_is_blank(headline) and headline.measure in self._money)
        )

    @cached_property
    def _money(self) -> set[str]:
        found = map(self.of, self._edition.plans.values())
        return {each.measure for each in found if each is not None and is_money(each)}

    @cached_property
    def together(self) -> list[Headline]:
        """The money headlines of the business units that are the same measure: those that add up.

        Of several measures the one that most units have; only whole units count, not the plans below them.
        """
        groups: dict[str, list[Headline]] = defaultdict(list)
        roots: Sequence[Plan] = self._edition.scope.plan_year.roots()
        for found in (self.of(self._edition.of(plan)) for plan in roots):
            if found is not None and self.is_money(found):
                groups[found.measure].append(found)
        return max(groups.values(), key=len, default=[])


def is_money(headline: Headline | None) -> bool:
    """Whether a target is money, known or not."""
    quantity = headline.target.quantity if headline else None
    return quantity is not None and quantity.unit.is_money


def _is_blank(headline: Headline) -> bool:
    """Whether a target is expected and not set, with no word of what it is measured in."""
    quantity = headline.target.quantity
    return quantity is not None and quantity.unset and quantity.unit == NONE


def is_known(number: Num) -> bool:
    """Whether there is a number, and it is set."""
    return number.quantity is not None and not number.quantity.unset


def added(numbers: Sequence[Num], less: Sequence[Num] = (), **look: object) -> Num:
    """Numbers added up and others taken away, under the name of all their figures."""
    quantities = [*(_quantity(each) for each in numbers), *(-_quantity(each) for each in less)]
    name = " + ".join(_name(each) for each in numbers) + "".join(f" − {_name(each)}" for each in less)
    if len(quantities) == 1:
        return replace(numbers[0], **look)  # type: ignore[arg-type]
    unit = next((each.unit for each in quantities if each.unit != NONE), NONE)
    shown = next((each.unit for each in numbers if is_known(each)), "")
    return Num(total(quantities, unit), shown, name=name, **look)  # type: ignore[arg-type]


def _quantity(number: Num) -> Quantity:
    assert number.quantity is not None, "only what is there is added up"
    return number.quantity


def _name(number: Num) -> str:
    return f"{number.version} {number.address}" if number.version else str(number.address)
