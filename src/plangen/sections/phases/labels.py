"""Words of the phases section."""

TITLE = {"zh": "阶段与任务", "en": "Phases and tasks"}
ORDER = 30
