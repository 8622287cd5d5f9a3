"""What is not set yet, in lists: by owner and section, the largest first, with how many more there are."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Unset
from plangen.model import Plan
from plangen.site.called import called, clipped
from plangen.site.edition import Edition
from plangen.values import record
from plangen.views import Line, Link, Words

NAMED = 3
"""How many values a row of what is unset names."""


@record
class Debt:
    """What one role (empty: nobody) has not set in one section of a plan."""

    scope: PlanScope
    owner: str
    kind: str
    values: tuple[Unset, ...]


def debts(scope: PlanScope, unset: list[Unset]) -> list[Debt]:
    """What is not set in a plan by owner and section, the largest first."""
    groups: dict[tuple[str, str], list[Unset]] = {}
    for value in unset:
        groups.setdefault((value.owner, value.entry.place.kind), []).append(value)
    found = [Debt(scope, owner, kind, tuple(values)) for (owner, kind), values in groups.items()]
    return sorted(found, key=lambda debt: -len(debt.values))


def debt_row(edition: Edition, debt: Debt) -> tuple[Line, Line, Line]:
    """One row of a list."""
    word, scope = edition.word, debt.scope
    names_of = list(dict.fromkeys(clipped(called(scope, value.entry)) for value in debt.values))
    names = word("、", ", ").join(names_of[:NAMED])
    if len(names_of) > NAMED:
        names += word(" 等", " and more")
    title = edition.kinds[debt.kind].title(edition.language)
    link = Link(title, page=f"{scope.plan.path}/{debt.kind}/")
    owned = scope.named(debt.owner) if debt.owner else word("没有负责人", "nobody")
    count = word("{n} 项", "{n}", n=len(debt.values))
    return (names,), (link, " ", Words(owned, "muted")), (Words(count, "unset"),)


def more(edition: Edition, rest: list[Debt]) -> Iterator[tuple[Line, Line, Line]]:
    """The row behind the largest groups: how much the rest owes; nothing where there is none."""
    if rest:
        count = sum(len(debt.values) for debt in rest)
        yield (
            (Link(edition.word("其余各组", "All others"), page="unset/"),),
            (),
            (Words(edition.word("{count} 项", "{count}", count=count), "unset"),),
        )


def owners_of(edition: Edition, plan: Plan, unset: list[Unset]) -> str:
    """Who owes it: the first of them by name."""
    word, scope = edition.word, edition.of(plan)
    names = list(dict.fromkeys(scope.named(value.owner) for value in unset if value.owner))
    listed = word("、", ", ").join(names[:NAMED])
    if len(names) > NAMED:
        listed += word(" 等岗位", " and others")
    return word("负责人 {listed}", "owners {listed}", listed=listed) if names else ""
