"""What segments say to a role: the customers that it answers for, how often they are visited, what that takes."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Share, Tie
from plangen.sections.segments import tables
from plangen.sections.segments.model import Scheme, Segments
from plangen.sections.segments.saturation import workload
from plangen.views import Block


def tells(tie: Tie) -> bool:
    """The schemes that the role answers for."""
    return tie.answers and isinstance(tie.entry, Scheme)


def blocks(section: Segments, scope: PlanScope, share: Share) -> Iterator[Block]:
    """The tiers of each scheme, and the work that the visits make."""
    del section
    for scheme in share.entries():
        if isinstance(scheme, Scheme) and scheme.all_tiers:
            yield tables.tiers(scheme, scope)
            yield from workload(scheme, scope)
