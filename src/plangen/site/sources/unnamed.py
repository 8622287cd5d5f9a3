"""Items of the plans that name no source, plan by plan."""

from collections.abc import Iterator

from plangen.coverage import Coverage, Plain
from plangen.site.changes.wording import home_of
from plangen.site.edition import Edition
from plangen.site.sources.rows import kind_title
from plangen.views import Block, Column, Fold, Heading, Inline, Line, Link, Row, Table, Tally, phrase


def unnamed_blocks(edition: Edition, coverage: Coverage) -> Iterator[Block]:
    """A heading, and for each plan that has such items their list, folded; nothing where all name a source."""
    word = edition.word
    plans = {plan: items for (_, plan), items in coverage.by_plan().items() if not all(item.sourced for item in items)}
    if not plans:
        return
    aside = word("没有写来源，也许本来就没有", "they name none, and may have none")
    yield Heading(word("没有来源的条目", "Items without a source"), "unnamed", aside=aside)
    for plan, items in plans.items():
        yield Fold(_line(edition, plan, items), (_table(edition, plan, items),))


def _line(edition: Edition, plan: str, items: list[Plain]) -> Line:
    bare = Tally(sum(not item.sourced for item in items), f"sources unnamed {plan}")
    text = edition.word("{plan}：{n} / {all} 条", "{plan}: {n} of {all}")
    name = edition.plans[plan].plan.head.name
    return phrase(text, plan=name, n=bare, all=Tally(len(items), f"sources entries {plan}"))


def _table(edition: Edition, plan: str, items: list[Plain]) -> Table:
    word = edition.word
    columns = (Column("kind", word("章节", "Section")), Column("items", word("条目", "Items")))
    kinds: dict[str, list[Inline]] = {}
    for item in items:
        if not item.sourced:
            found = kinds.setdefault(item.kind, [])
            found += [word("、", ", ")] if found else []
            found.append(Link(edition.scope.name_of(item.address), home_of(item.address)))
    rows = tuple(Row(((kind_title(edition, kind),), tuple(found))) for kind, found in kinds.items())
    return Table(f"unnamed-{plan.replace('/', '-')}", "", columns, rows)
