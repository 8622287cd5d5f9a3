"""The review debt of a year as a table: what was carried over from last year and nobody looked at yet, by owner."""

from plangen.compute import named_debts
from plangen.site.edition import Edition
from plangen.views import Column, Row, Table, Tally


def review_table(edition: Edition) -> Table | None:
    """Plan by plan and owner by owner how much is not reviewed; None where nothing is."""
    word = edition.word
    debts = list(named_debts(edition.scope))
    columns = (
        Column("plan", word("计划", "Plan")),
        Column("owner", word("负责人", "Owner")),
        Column("values", word("数", "Values"), numeric=True),
        Column("texts", word("文字", "Texts"), numeric=True),
    )
    rows = tuple(
        Row(
            (
                (each.plan,),
                (each.owner,),
                (Tally(each.debt.values, f"review values {each.debt.plan} {each.debt.owner}".strip()),),
                (Tally(each.debt.texts, f"review texts {each.debt.plan} {each.debt.owner}".strip()),),
            )
        )
        for each in debts
    )
    subtitle = word("改过的或标记过的不算", "without what was changed or marked since")
    title = word("照抄自上年、还没有复核的", "Carried over and not reviewed")
    return Table("review", title, columns, rows, subtitle) if rows else None
