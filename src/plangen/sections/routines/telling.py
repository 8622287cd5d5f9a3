"""How every check of the routines tells what it found."""

from plangen.compute import PlanScope
from plangen.findings import Finding
from plangen.sections.routines.model import Routine


def told(code: str, routine: Routine, field: str, scope: PlanScope, **args: object) -> Finding:
    """A finding at a field of a routine, which makes its number of dates doubtful."""
    address = routine.address("dates")
    return Finding(code, routine.span(field), {"name": routine.name, **args}, scope.year, routine.address(), (address,))
