"""What the channels' page shows: all channels in one table, by kind."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.channels.labels import CHOICES
from plangen.sections.channels.model import KINDS, Channel, Channels
from plangen.sections.channels.rules import KIND
from plangen.sections.mentions import NONE, mentioned, text, texts
from plangen.sections.numbers import shown
from plangen.sections.tallies import total
from plangen.values import is_chinese
from plangen.views import Block, Card, Column, Line, Row, Table, phrase


def blocks(section: Channels, scope: PlanScope) -> Iterator[Block]:
    """The channels by kind."""
    word = scope.word
    columns = (
        Column("channel", word("渠道", "Channel")),
        Column("count", word("数量", "How many"), numeric=True),
        Column("members", word("有哪些", "Which"), phone=False),
        Column("profile", word("概况", "Profile")),
        Column("customers", word("客户群", "Customers"), phone=False),
        Column("territory", word("区域", "Territory"), phone=False),
        Column("goal", word("目标", "Goal")),
    )
    rows = tuple(row for kind in KINDS if section.of(kind) for row in _kind(kind, section, scope))
    yield Table(KIND, word("全部渠道", "All channels"), columns, rows)


def _kind(kind: str, section: Channels, scope: PlanScope) -> Iterator[Row]:
    number = shown(scope, total(scope, KIND, "channels", kind), with_unit=True)
    yield Row(((scope.word(*CHOICES[kind]).capitalize(), "　", number), (), (), (), (), (), ()), "group")
    yield from (_channel(channel, scope) for channel in section.of(kind))


def _channel(channel: Channel, scope: PlanScope) -> Row:
    cells: tuple[Line, ...] = (
        text(channel.name, channel.note),
        _count(channel, scope),
        texts(channel.members, scope),
        text(channel.profile),
        texts(channel.customers, scope),
        texts(channel.territory, scope),
        _goal(channel, scope),
    )
    return Row(cells, id=channel.id, level=1)


def _count(channel: Channel, scope: PlanScope) -> Line:
    """The number that is planned; without one, how many are named."""
    measure = "count" if channel.count is not None else "listed" if channel.members else ""
    return (shown(scope, channel.address(measure), with_unit=True),) if measure else NONE


def _goal(channel: Channel, scope: PlanScope) -> Line:
    """The objective, and its target where it has one."""
    named = mentioned(channel.goal, scope, "objectives")
    address = scope.resolve(channel.goal, "objectives") if channel.goal else None
    if address is None:
        return named
    figure = address if address.measure else address.with_measure("target")
    return (*named, " ", shown(scope, figure, with_unit=True)) if scope.quantity(figure) is not None else named


def _all(section: Channels, scope: PlanScope) -> Line:
    kinds = sum(bool(section.of(kind)) for kind in KINDS)
    text_ = scope.word("{kinds} 类 {n}渠道", "{n} channel(s) of {kinds} kinds")
    number = shown(scope, total(scope, KIND, "channels"), with_unit=is_chinese(scope.language))
    return phrase(text_, kinds=str(kinds), n=number)


def cards(section: Channels, scope: PlanScope) -> Iterator[Card]:
    """Channels have no key figure."""
    yield from ()


def summary(section: Channels, scope: PlanScope) -> Line:
    """Kinds and channels."""
    return _all(section, scope)


def lede(section: Channels, scope: PlanScope) -> Line:
    """The same as a sentence."""
    return (*_all(section, scope), scope.word("。", "."))
