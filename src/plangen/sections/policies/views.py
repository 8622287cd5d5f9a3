"""What the policies' page shows: one table of all rules, by groups."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.mentions import NONE, day, roles, text
from plangen.sections.numbers import shown
from plangen.sections.policies.model import Group, Policies, Policy
from plangen.sections.policies.rules import KIND
from plangen.sections.tallies import fits, total
from plangen.values import is_chinese
from plangen.views import Block, Card, Column, Line, Num, Row, Table, Words, phrase


def blocks(section: Policies, scope: PlanScope) -> Iterator[Block]:
    """The rules by groups, with what each limits, whom it binds and who allows exceptions."""
    word = scope.word
    columns = (
        Column("number", word("条", "No.")),
        Column("text", word("规定", "Rule")),
        Column("limit", word("限额", "Limit"), numeric=True),
        Column("scope", word("适用岗位", "Applies to"), phone=False),
        Column("exception", word("例外谁批", "Exceptions by")),
        Column("from", word("生效", "Valid from"), phone=False),
    )
    rows = tuple(row for group in section.items.values() for row in _group(group, scope))
    yield Table(KIND, word("全部规定", "All rules"), columns, rows)


def _group(group: Group, scope: PlanScope) -> Iterator[Row]:
    count = phrase("{n}", n=shown(scope, group.address("rules"), with_unit=True))
    name = (group.name, Words("　", "muted"), *count, *_announced(group, scope))
    yield Row(((), name, (), (), (), ()), "group", id=group.id)
    typed = {policy.number for policy in group.rules.values()}
    for place, policy in enumerate(group.rules.values(), start=1):
        own = "" if str(place) in typed else str(place)  # no rule takes the number that the paper gave to another
        yield _policy(policy, policy.number or own, group, scope)


def _announced(group: Group, scope: PlanScope) -> Line:
    """What the paper announces, where that is something else."""
    if group.stated is None or group.stated.rules is None:
        return ()
    if fits(group.stated.rules, scope.quantity(group.address("rules")), scope):
        return ()
    number = shown(scope, group.stated.address("rules"), with_unit=True, symbol="≠ ")
    return phrase(scope.word("（原文写 {n}）", " (the paper says {n})"), "bad", n=number)


def _policy(policy: Policy, number: str, group: Group, scope: PlanScope) -> Row:
    limit: Line = (shown(scope, policy.address("limit"), with_unit=True),) if policy.limit is not None else NONE
    cells: tuple[Line, ...] = (
        (number,),
        text(policy.text, policy.note),
        limit,
        _scope(policy.scope or group.scope, scope),
        roles(policy.exception or group.exception, scope),
        day(policy.valid_from, scope),
    )
    return Row(cells, id=policy.id)


def _scope(named: tuple[str, ...], scope: PlanScope) -> Line:
    return roles(named, scope) if named else (Words(scope.word("所有人", "everybody"), "muted"),)


def _all(section: Policies, scope: PlanScope) -> Line:
    """How many groups and rules; how many have a limit, and how many wait for one, where any does."""
    word, rules = scope.word, _number("rules", scope)
    groups = shown(scope, total(scope, KIND, "groups"), with_unit=is_chinese(scope.language))
    line = phrase(word("{groups} {n}", "{groups} group(s), {n}"), groups=groups, n=rules)
    limited, unset = _number("limited", scope), _number("limit-unset", scope)
    if limited.quantity is not None and limited.quantity.low:
        line += phrase(word("，其中 {n}写明限额", ", {n} with a limit"), n=limited)
    if unset.quantity is not None:
        line += (word("，", ", "), *phrase(word("{n}限额待定", "the limit of {n} not set"), "unset", n=unset))
    return line


def _number(measure: str, scope: PlanScope) -> Num:
    return shown(scope, total(scope, KIND, measure), with_unit=True)


def cards(section: Policies, scope: PlanScope) -> Iterator[Card]:
    """Rules have no key figure."""
    yield from ()


def summary(section: Policies, scope: PlanScope) -> Line:
    """Groups and rules."""
    return _all(section, scope)


def lede(section: Policies, scope: PlanScope) -> Line:
    """The same as a sentence."""
    return (*_all(section, scope), scope.word("。", "."))
