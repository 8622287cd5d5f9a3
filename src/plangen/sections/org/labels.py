"""Words of the organisation section."""

TITLE = {"zh": "组织", "en": "Organisation"}
ORDER = 40
