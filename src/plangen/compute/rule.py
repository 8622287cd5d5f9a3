"""Rules: what a section asks the engine to compute. A rule names addresses and a verb; it holds no value."""

from collections.abc import Callable, Mapping
from dataclasses import field

from plangen.values import Key, Span, record


@record
class Rule:
    """One figure to compute: `key` = `verb`(`inputs`, `settings`).

    `span` is the line that asks for it; `note` a short remark on the method (`按月均摊`), shown with the derivation.
    `columns` gives the place of a character, where a formula was written.
    Setting `unset_note`: the remark instead where all inputs are known and there is no result all the same.
    """

    key: Key
    verb: str
    inputs: tuple[Key, ...]
    span: Span
    settings: Mapping[str, object] = field(default_factory=dict)
    note: str = ""
    columns: Callable[[int], Span] | None = None

    def place(self, offset: int) -> Span:
        """Where a problem stands: for a formula the column inside it, else the line that asks for the figure."""
        return self.columns(offset) if self.columns else self.span
