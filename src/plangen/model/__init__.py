"""The model: handbook, years, plans, sections and the field types they are made of."""

from plangen.model.actual import Actual, day_of, newest
from plangen.model.binding import bind
from plangen.model.dimension import Dimension, Dimensions, Member
from plangen.model.docs import described, field_docs
from plangen.model.entry import Entry, Place, marked_fields, quantity_fields
from plangen.model.fields import (
    Amount,
    Chosen,
    Count,
    Date,
    Day,
    Id,
    Known,
    Measured,
    Money,
    Months,
    People,
    QuantityField,
    Rate,
    RefField,
    RoleRef,
    RoleRefs,
    SetShare,
    Share,
    Span_,
    StatedAmount,
    StatedCount,
    StatedMeasured,
    StatedPeople,
    Step,
    Target,
    Text,
    Texts,
    reference,
    references,
)  # fmt: skip
from plangen.model.handbook import FORMAT, Handbook, HandbookHead, Waiver
from plangen.model.levels import planned_measures
from plangen.model.plan import Plan, PlanHead, PlanYear
from plangen.model.profile import Profile, Profiles
from plangen.model.reading import RESERVED_PLANS, Reader
from plangen.model.review import Acceptance, ApprovalRule, Review
from plangen.model.scenario import BASE, SCENARIOS, Differences, Scenario, ScenarioHead
from plangen.model.section import Beside, Item, Part, Section
from plangen.model.weight import Weight

__all__ = [
    "BASE", "FORMAT", "RESERVED_PLANS", "SCENARIOS", "Acceptance", "Actual", "Amount", "ApprovalRule", "Beside",
    "Chosen", "Count", "Date", "Day", "Differences", "Dimension", "Dimensions", "Entry", "Handbook", "HandbookHead",
    "Id", "Item", "Known", "Measured", "Member", "Money", "Months", "Part", "People", "Place", "Plan", "PlanHead",
    "PlanYear", "Profile", "Profiles", "QuantityField", "Rate", "Reader", "RefField", "Review", "RoleRef", "RoleRefs",
    "Scenario", "ScenarioHead", "Section", "SetShare", "Share", "Span_", "StatedAmount", "StatedCount",
    "StatedMeasured", "StatedPeople", "Step", "Target", "Text", "Texts", "Waiver", "Weight", "bind", "day_of",
    "described", "field_docs", "marked_fields", "newest", "planned_measures", "quantity_fields", "reference",
    "references",
]  # fmt: skip
