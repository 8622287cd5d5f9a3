"""A share as it is typed: `5%`."""

from decimal import Decimal

import click


class Percent(click.ParamType[Decimal]):
    """Reads `5%`, in full-width characters too."""

    name = "percent"

    def __init__(self, most: int = 1000) -> None:
        self.most = most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """The share that a text names, as a ratio; fails in click's way."""
        text = str(value).strip().replace("％", "%")
        try:
            number = Decimal(text.removesuffix("%"))
        except ArithmeticError:
            number = Decimal("NaN")
        if not (text.endswith("%") and number.is_finite() and 0 <= number <= self.most):
            self.fail(f"{value!r} is no share such as 5%", param, ctx)
        return number / 100
