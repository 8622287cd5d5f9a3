"""Words of the duties section."""

TITLE = {"zh": "岗位职责", "en": "Duties"}
ORDER = 50
