"""Words of the risks section."""

TITLE = {"zh": "风险与应对", "en": "Risks"}
ORDER = 100
FIRST = False
FIELDS = {
    "figure": ("盯着的数", "figure that is watched"),
    "impact": ("影响", "impact"),
    "probability": ("可能性", "probability"),
    "response": ("应对办法", "response"),
    "alarm": ("触发线", "alarm"),
    "trigger": ("触发情形", "trigger"),
    "within": ("时限", "within"),
}
CHOICES = {"low": ("低", "low"), "medium": ("中", "medium"), "high": ("高", "high")}
MEASURES = {
    "risks": ("风险条数", "number of risks"),
    "alarm": ("触发线", "alarm"),
    "unrated": ("没有评级的风险", "risks without levels"),
    "within": ("时限", "within"),
}
