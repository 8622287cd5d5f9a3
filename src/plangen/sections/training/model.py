"""Training: courses by id."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import field_validator

from plangen.model import (
    Chosen,
    Count,
    Date,
    Id,
    Item,
    People,
    Rate,
    RoleRef,
    RoleRefs,
    Section,
    Span_,
    Text,
    reference,
)
from plangen.values import DAY, PEOPLE, Formulated, Quantity, Refused, Unit

HOUR = Unit(("小时",))
CourseRef: Any = reference("training")
"""Another course by id."""


class Course(Item):
    """One course: what is taught, to whom, by whom, when and for how much."""

    answered_by: ClassVar[frozenset[str]] = frozenset({"trainer"})
    name: Text
    """What is taught."""
    kind: Annotated[Literal["internal", "external"], Chosen] = "internal"
    """Whether it is given inside the company or outside."""
    audience: RoleRefs = ()
    """The roles that take part."""
    trainer: RoleRef | None = None
    """The role that teaches."""
    provider: Text | None = None
    """Who teaches where it is no role of the company."""
    goal: Text | None = None
    """What the participants can do afterwards."""
    date: Date | None = None
    """The day of the first session, or 待定."""
    period: Span_ | None = None
    """The months in which it is given, where no day is named."""
    sessions: Count | None = None
    """How many sessions: 3场."""
    lasts: Count | None = None
    """How long it takes each participant, all sessions together: 6小时, 0.5天."""
    participants: People | None = None
    """How many people take part."""
    part_of: CourseRef | None = None
    """The course that it is a part of: its time is in that one's `lasts` and is not counted again."""
    price: Rate | None = None
    """Money for one session, one person, or one person a session: 3000元/场, 200元/人, 200元/人/场."""

    @field_validator("lasts")
    @classmethod
    def _is_time(cls, value: Quantity | None) -> Quantity | None:
        if isinstance(value, Formulated):
            raise Refused("PG310", why_zh="单位要先写明是小时还是天", why_en="it must say whether it is hours or days")
        if value is not None and not value.unset and value.unit not in (HOUR, DAY):
            raise Refused("PG205", text=value.unit, expected=("6小时, 0.5天", "6 hours, 0.5 days"))
        return value

    @property
    def effort(self) -> str:
        """The measure of the time that it takes of all participants: hours or days; empty where none is written."""
        if self.lasts is None or self.participants is None:
            return ""
        return "person-days" if self.lasts.unit == DAY else "person-hours"

    @property
    def factors(self) -> tuple[str, ...]:
        """The fields that multiply to the cost; none without a price."""
        if self.price is None:
            return ()
        by_person = self.participants is not None and set(PEOPLE.over) <= set(self.price.unit.per)
        given = (("sessions", self.sessions is not None), ("participants", by_person))
        return ("price", *(name for name, there in given if there))


class Training(Section):
    """The file `training.yml`: courses by id."""

    root: ClassVar[str] = "items"
    invisible: ClassVar[frozenset[str]] = frozenset({"items"})
    items: dict[Id, Course]
    """The courses by id."""

    def whole(self, course: Course) -> Course | None:
        """The course that a part belongs to, however deep; None for what is no part, or where parts run in a circle."""
        seen: set[str] = set()
        above = self.above(course)
        while above is not None and course.id not in seen:
            seen.add(course.id)
            course, above = above, self.above(above)
        return course if seen and course.id not in seen else None

    def above(self, course: Course) -> Course | None:
        """The course of this section that it is directly a part of."""
        return self.items.get((course.part_of or "").removeprefix("training/"))

    def parts(self, whole: Course) -> list[Course]:
        """The courses that are directly a part of one, in the order written."""
        return [course for course in self.items.values() if self.above(course) is whole]
