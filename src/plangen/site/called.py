"""What an entry is called in lists: by its name, else by what it belongs to, with the members that it is of."""

import re
from dataclasses import replace

from plangen.compute import PlanScope
from plangen.model import Entry
from plangen.render.figure_words import measure_word
from plangen.values import Address, dotted

_CUT = re.compile(r"[\s，。；、,]*[约≥≤]*\s*[\d.,]*$")
"""What a cut text does not end with: signs between its parts, and the beginning of a number."""


def called(scope: PlanScope, entry: Entry) -> str:
    """An entry's name or text, else that of its item, with the members and the facet that it is of."""
    name = getattr(entry, "name", None) or getattr(entry, "text", None)
    if name:
        return str(name)
    address = entry.address()
    members = entry.address("x").members or ((entry.id,) if entry.id and entry.id not in address.item else ())
    whole = _whole(scope, address) if address.item else scope.plan.head.name
    facet = (
        scope.word(
            "（{measure_word}）",
            " ({measure_word})",
            measure_word=(measure_word(scope.language, entry.facet), entry.facet),
        )
        if entry.facet
        else ""
    )
    return dotted(scope.language, (whole, *map(scope.dimensions.title_of, members))) + facet


def _whole(scope: PlanScope, address: Address) -> str:
    """The name of an item; of one without (a step of a ladder) that of what it belongs to."""
    while len(address.item) > 1 and scope.name_of(address) == address.item[-1]:
        address = replace(address, item=address.item[:-1])
    return scope.name_of(address)


def clipped(name: str, most: int = 24) -> str:
    """A name short enough for a list in which others follow; never cut inside a number."""
    if len(name) <= most:
        return name
    start = _CUT.sub("", name[: most - 1])
    return f"{start or name[: most - 1]}…"
