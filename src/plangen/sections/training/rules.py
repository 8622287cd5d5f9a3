"""Rules of training: what each course costs, how much time it takes of its participants, and the sums."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Rule
from plangen.sections.tallies import of_role
from plangen.sections.training import calendar
from plangen.sections.training.model import Course, Training
from plangen.values import YUAN, Address, Quantity, Unit

ITEMS = Unit(("门",))
EFFORTS = ("person-hours", "person-days")


def rules(section: Training, scope: PlanScope) -> Iterator[Rule]:
    """Every course, then the sums, and how many courses there are, of all and by role."""
    for course in section.items.values():
        yield from _course(course, scope)
        yield from calendar.rules(course, scope)
    for measure in ("cost", *EFFORTS):
        having = (course for course in section.items.values() if has(course, measure))
        counted = (course for course in having if measure == "cost" or not within(course, section))
        keys = tuple(scope.key(course.address(measure)) for course in counted)
        if keys:
            yield Rule(scope.key(total(scope, measure)), "sum", keys, section.span())
    counts = {"": len(section.items), **{role: len(courses) for role, courses in audiences(section).items()}}
    for role, number in counts.items():
        quantity = Quantity.exact(number, ITEMS)
        yield Rule(scope.key(total(scope, "courses", role)), "constant", (), section.span(), {"quantity": quantity})


def total(scope: PlanScope, measure: str, role: str = "") -> Address:
    """The address of a figure of all courses, or of a role's: `training/total.courses/rep`."""
    return Address(scope.plan.path, "training", ("total",), measure, members=of_role(role))


def has(course: Course, measure: str) -> bool:
    """Whether a course has a computed measure."""
    return bool(course.factors) if measure == "cost" else course.effort == measure


def within(course: Course, section: Training) -> bool:
    """Whether its time is in that of a course which it is a part of; what it costs is counted all the same."""
    whole = section.whole(course)
    return whole is not None and bool(whole.effort) and whole.effort == course.effort


def audiences(section: Training) -> dict[str, list[Course]]:
    """The courses by each role that takes part, in the order written."""
    found: dict[str, list[Course]] = {}
    for course in section.items.values():
        for role in dict.fromkeys(course.audience):
            found.setdefault(role, []).append(course)
    return found


def _course(course: Course, scope: PlanScope) -> Iterator[Rule]:
    """Cost = price × sessions × participants, of those that the price is for; time = length × participants."""
    if course.factors:
        inputs = tuple(scope.key(course.address(name)) for name in course.factors)
        yield Rule(scope.key(course.address("cost")), "product", inputs, course.span("price"), {"units": (YUAN,)})
    if course.effort:
        inputs = tuple(scope.key(course.address(name)) for name in ("lasts", "participants"))
        yield Rule(scope.key(course.address(course.effort)), "product", inputs, course.span("lasts"))
