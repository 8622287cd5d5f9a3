"""Effects: what followed from edits, one computed figure each."""

from plangen.values import Address, Quantity, Span, record


@record
class Effect:
    """A computed figure that changed. `causes` are the places of the edits that it follows from, in `Changes.edits`.

    `address` is its address on the side after, or where it was in the words of that side; `before` or `after` is None
    where a side has no such figure. `base` says that it follows from last year's figures too; `day` that nothing but
    the day that the figures speak of can have moved it, which without `as_of` is that of the last commit.
    """

    address: Address
    before: Quantity | None
    after: Quantity | None
    causes: tuple[int, ...] = ()
    base: bool = False
    day: bool = False
    source: Span | None = None

    @property
    def is_explained(self) -> bool:
        """Whether something that changed leads to it."""
        return bool(self.causes) or self.base or self.day
