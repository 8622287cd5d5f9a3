"""Month tables: the parts of a whole × its months, adding up in both directions."""

from collections.abc import Iterator, Sequence

from plangen.compute import Rule
from plangen.sections.objectives.phases import has_formulas, month_weights, phases
from plangen.sections.objectives.seasons import season_note
from plangen.sections.objectives.split import Note, Split
from plangen.values import Formulated, Period, Quantity, Span, told

PHASED: Note = ("按节奏分，最大余数", "by phasing, largest remainder")
EVEN: Note = ("按月均摊，最大余数", "even by month, largest remainder")
OPEN: Note = ("占比未定", "the share is not set")
MONTHS: Note = ("各月合计", "sum of the months")
Members = tuple[str, ...]


def month_table(split: Split, whole: Members, rows: Sequence[Members], span: Span) -> Iterator[Rule]:
    """The months of some parts, so that each part's make it and each month's make that month of the whole."""
    months = split.period.months
    columns = tuple(split.key("target", *whole, period=month) for month in months)
    inputs = (*(split.key("target", *row) for row in rows), *columns, split.key("target", *whole))
    open_ = set(open_months(split))
    note, table = _note(split), {"rows": len(rows), "weights": month_weights(split), "step": split.step}
    for row, members in enumerate(rows):
        for column, month in enumerate(months):
            key = split.key("target", *members, period=month)
            if month in open_:
                yield split.rule(key, "constant", (), span, OPEN, quantity=Quantity.unset_(split.unit))
            else:
                yield split.rule(key, "allocation-table", inputs, span, note, **table, row=row, column=column)


def _note(split: Split) -> Note:
    note = PHASED if split.objective.phasing else season_note(split) or EVEN
    target = split.objective.target
    if target is not None and not isinstance(target, Formulated) and target.unset:
        return note
    return told("{note}，行列都合", "{note}, rows and columns add up", note=(note[0], note[1]))


def open_months(split: Split) -> Iterator[Period]:
    """The months of phases that are not one share or amount; of formulas it is not known yet."""
    if has_formulas(split):
        return iter(())
    return (month for period, part in phases(split).items() if not part.is_exact for month in period.months)


def quarters_of(split: Split, members: Members, span: Span, *, skip: frozenset[Period] = frozenset()) -> Iterator[Rule]:
    """The quarters of a part as sums of its months; those that have a figure of their own are skipped."""
    for quarter in split.period.quarters:
        if quarter.length > 1 and quarter != split.period and quarter not in skip:
            inputs = tuple(split.key("target", *members, period=month) for month in quarter.months)
            yield split.rule(split.key("target", *members, period=quarter), "sum", inputs, span, MONTHS)
