"""Words of the objectives section."""

TITLE = {"zh": "目标", "en": "Objectives"}
ORDER = 10
