"""Rules of the documents: how many there are of each kind and in all."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.documents.model import KINDS, Documents
from plangen.sections.tallies import tally, total
from plangen.values import Unit

KIND = "documents"
DOCUMENTS = Unit(("份",))


def rules(section: Documents, scope: PlanScope) -> Iterator[Rule]:
    """Each kind that there is, and their sum."""
    used = [kind for kind in KINDS if section.of(kind)]
    for kind in used:
        yield tally(scope, total(scope, KIND, "documents", kind), len(section.of(kind)), section.span(), DOCUMENTS)
    keys = tuple(scope.key(total(scope, KIND, "documents", kind)) for kind in used)
    yield Rule(scope.key(total(scope, KIND, "documents")), "sum", keys, section.span())
