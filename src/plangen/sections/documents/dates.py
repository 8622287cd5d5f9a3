"""The days of documents: those that `due` names; a cycle alone names none."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.days_off import plan_days
from plangen.sections.documents.labels import CHOICES
from plangen.sections.documents.model import Documents
from plangen.values.due import read_due
from plangen.values.recurrence import dates as days
from plangen.views import Due


def dates(section: Documents, scope: PlanScope) -> Iterator[Due]:
    """Each day in the plan's period on which a document is due, for who writes it."""
    for record in section.items.values():
        rule = read_due(record.due) if record.due else None
        roles = (record.owner,) if record.owner else ()
        for day in days(rule, plan_days(scope)) if rule and rule.has_days and not rule.loose else ():
            sort = scope.word(*CHOICES[record.kind])
            yield Due(day, record.name, sort, record.address(), roles, paper=record.name)
