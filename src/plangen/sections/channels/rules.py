"""Rules of channels: how many there are of each kind and in all, and how many of each are named."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.channels.model import KINDS, Channels
from plangen.sections.tallies import tally, total
from plangen.values import Formulated, Unit

KIND = "channels"
CHANNELS = Unit(("个",))


def rules(section: Channels, scope: PlanScope) -> Iterator[Rule]:
    """Each kind that there is, and their sum; beside it how many members a channel names."""
    used = [kind for kind in KINDS if section.of(kind)]
    for kind in used:
        yield tally(scope, total(scope, KIND, "channels", kind), len(section.of(kind)), section.span(), CHANNELS)
    keys = tuple(scope.key(total(scope, KIND, "channels", kind)) for kind in used)
    yield Rule(scope.key(total(scope, KIND, "channels")), "sum", keys, section.span())
    for channel in section.items.values():
        if channel.members:
            plain = channel.count is not None and not isinstance(channel.count, Formulated)
            unit = channel.count.unit if channel.count is not None and plain else CHANNELS
            yield tally(scope, channel.address("listed"), len(channel.members), channel.span("members"), unit)
