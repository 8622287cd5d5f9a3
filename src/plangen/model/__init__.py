"""The model: handbook, years, plans, sections and the field types they are made of."""

from plangen.model.actual import Actual, day_of, newest
from plangen.model.binding import bind
from plangen.model.carried import Carried, carried
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
    Plain,
    Plains,
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
from plangen.model.names import RightName
from plangen.model.plan import Plan, PlanHead, PlanYear, ReviewLine
from plangen.model.profile import Profile, Profiles
from plangen.model.reading import RESERVED_PLANS, Reader
from plangen.model.review import Acceptance, ApprovalRule, Review
from plangen.model.review_list import REVIEW, Debt, debts_of, lost_lines, open_items, review_debt, review_rows
from plangen.model.scenario import BASE, SCENARIOS, Differences, Scenario, ScenarioHead
from plangen.model.sealing import Sealing
from plangen.model.section import Beside, Item, Part, Section
from plangen.model.source_document import NARRATIVE, SourceDocument, SourceItem, SourceRegister
from plangen.model.terms import Term
from plangen.model.weight import Weight

__all__ = [
    "BASE", "FORMAT", "NARRATIVE", "RESERVED_PLANS", "REVIEW", "SCENARIOS", "Acceptance", "Actual", "Amount",
    "ApprovalRule", "Beside", "Carried", "Chosen", "Count", "Date", "Day", "Debt", "Differences", "Dimension",
    "Dimensions", "Entry", "Handbook", "HandbookHead", "Id", "Item", "Known", "Measured", "Member", "Money", "Months",
    "Part", "People", "Place", "Plain", "Plains", "Plan", "PlanHead", "PlanYear", "Profile", "Profiles",
    "QuantityField", "Rate", "Reader", "RefField", "Review", "ReviewLine", "RightName", "RoleRef", "RoleRefs",
    "Scenario", "ScenarioHead", "Sealing", "Section", "SetShare", "Share", "SourceDocument", "SourceItem",
    "SourceRegister", "Span_", "StatedAmount", "StatedCount", "StatedMeasured", "StatedPeople", "Step", "Target",
    "Term", "Text", "Texts", "Waiver", "Weight", "bind", "carried", "day_of", "debts_of", "described", "field_docs",
    "lost_lines", "marked_fields", "newest", "open_items", "planned_measures", "quantity_fields", "reference",
    "references", "review_debt", "review_rows",
]  # fmt: skip
