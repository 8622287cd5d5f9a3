"""Checks of channels: two that meet at the same customers, counts and names, goals."""

from collections.abc import Iterator
from itertools import combinations

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.channels.model import Channel, Channels
from plangen.sections.tallies import fits
from plangen.values import write_quantity


@check(
    "CHN101",
    Level.WARNING,
    takes="channels",
    zh="“{first}”和“{second}”都卖到{where}，没有写冲突时按哪条规定",
    en="“{first}” and “{second}” both sell to {where}, and no rule says what then",
    fix_zh="把客户群或区域分开，或在 conflict 里写规定",
    fix_en="give them other customers or territories, or name a rule in conflict",
)
def channels_do_not_meet(section: Channels, scope: PlanScope) -> Iterator[Finding]:
    """No two channels sell to the same customers in the same territory without a rule.

    What is said of neither is taken as the same; what is said of one alone says nothing.

    Why: two channels at one customer underbid each other until somebody says who steps back.
    Bad:
        # channels.yml
        shops: {name: 门店, kind: own, territory: 上海}
        dealers: {name: 经销商, kind: dealer, territory: 上海}
    Good:
        # channels.yml
        shops: {name: 门店, kind: own, territory: 上海}
        dealers: {name: 经销商, kind: dealer, territory: 苏州}
    """
    selling = [channel for channel in section.items.values() if channel.sells]
    for first, second in combinations(selling, 2):
        shared = _shared(first, second)
        if shared and not first.conflict and not second.conflict:
            where = scope.word("、", ", ").join(shared)
            args = {"first": first.name, "second": second.name, "where": where}
            about = (first.address(), second.address())
            related = ((first.key_span(), first.id),)
            yield Finding("CHN101", second.key_span(), args, scope.year, about[1], about, related)


def _shared(first: Channel, second: Channel) -> tuple[str, ...]:
    """The customers and territories that two channels both have; empty where they do not meet."""
    found: tuple[str, ...] = ()
    for one, other in ((first.customers, second.customers), (first.territory, second.territory)):
        same = tuple(word for word in one if word in other)
        if not same and (one or other):
            return ()
        found += same
    return found


@check(
    "CHN102",
    Level.WARNING,
    takes="channels",
    zh="“{name}”写 {count}，点名的有 {listed}",
    en="“{name}” counts {count} and names {listed}",
    fix_zh="补上没点名的，或改 count；还没谈定的写在 note 里",
    fix_en="name the others, or correct count; say in note which are not settled yet",
)
def named_are_as_many_as_counted(section: Channels, scope: PlanScope) -> Iterator[Finding]:
    """A channel names as many as it counts, where it names any.

    Why: what is counted and not named is not there yet, or was forgotten.
    Bad:
        # channels.yml
        dealers: {name: 经销商, kind: dealer, count: 3家, members: [甲, 乙]}
    Good:
        # channels.yml
        dealers: {name: 经销商, kind: dealer, count: 2家, members: [甲, 乙]}
    """
    for channel in section.items.values():
        count = scope.quantity(channel.address("count")) if channel.count is not None else None
        listed = scope.quantity(channel.address("listed"))
        if count is not None and listed is not None and not fits(count, listed, scope):
            said, named = (write_quantity(each, language=scope.language) for each in (count, listed))
            args, address = {"name": channel.name, "count": said, "listed": named}, channel.address("listed")
            yield Finding("CHN102", channel.span("count"), args, scope.year, address, (address,))


@check(
    "CHN103",
    Level.INFO,
    takes="channels",
    zh="“{name}”没有写为哪个目标服务，别的渠道写了",
    en="“{name}” works for no objective, though other channels do",
    fix_zh="在 goal 里写目标",
    fix_en="name the objective in goal",
)
def channels_have_goals(section: Channels, scope: PlanScope) -> Iterator[Finding]:
    """Where any channel that sells says which objective it works for, each does.

    Why: a channel without a goal is kept because it has always been there.
    Bad:
        # channels.yml
        shops: {name: 门店, kind: own, goal: revenue}
        online: {name: 网店, kind: online}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    Good:
        # channels.yml
        shops: {name: 门店, kind: own, goal: revenue}
        online: {name: 网店, kind: online, goal: revenue}
        # objectives.yml
        revenue: {name: 销售额, target: 100万元}
    """
    selling = [channel for channel in section.items.values() if channel.sells]
    if any(channel.goal for channel in selling):
        for channel in (channel for channel in selling if channel.goal is None):
            yield Finding("CHN103", channel.key_span(), {"name": channel.name}, scope.year, channel.address())
