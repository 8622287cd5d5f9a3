"""A share as it is typed: `5%`."""

from decimal import Decimal

import click

from plangen.cli._session import wrong


class Percent(click.ParamType[Decimal]):
    """Reads `5%`, in full-width characters too."""

    name = "percent"

    def __init__(self, most: int = 1000) -> None:
        self.most = most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """The share that a text names, as a ratio; refuses what is none."""
        text = str(value).strip().replace("％", "%")
        try:
            number = Decimal(text.removesuffix("%"))
        except ArithmeticError:
            number = Decimal("NaN")
        if not (text.endswith("%") and number.is_finite() and 0 <= number <= self.most):
            wrong(param, ctx, "“{value}”不是 5% 这样的占比", "“{value}” is no share such as 5%", value=value)
        return number / 100
