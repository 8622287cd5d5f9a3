"""The days of duties: those that the frequency names (每周日前); 每周 alone names none."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.days_off import plan_days
from plangen.sections.duties.model import Duties
from plangen.values.due import read_due
from plangen.values.recurrence import dates as days
from plangen.views import Due


def dates(section: Duties, scope: PlanScope) -> Iterator[Due]:
    """Each day in the plan's period on which a duty is due, for the role that it stands under."""
    for duty in section.duties():
        rule = read_due(duty.frequency) if duty.frequency else None
        for day in days(rule, plan_days(scope)) if rule and rule.has_days and not rule.loose else ():
            word = scope.word("职责", "duty")
            yield Due(day, duty.text, word, duty.address(), (duty.role,), paper=duty.deliverable or "")
