"""Words of the budget section."""

TITLE = {"zh": "费用预算", "en": "Budget"}
ORDER = 60
