"""Words of the SWOT section."""

TITLE = {"zh": "SWOT", "en": "SWOT"}
ORDER = 20
