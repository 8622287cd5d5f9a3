"""Words of the analysis section."""

TITLE = {"zh": "因素分析", "en": "Analysis"}
ORDER = 22
FIRST = False
FIELDS = {"factors": ("因素", "factors"), "sign": ("正负", "sign")}
CHOICES = {"positive": ("正面", "positive"), "negative": ("负面", "negative"), "neutral": ("中性", "neutral")}
MEASURES = {
    "answered": ("有对应的因素", "factors with an answer"),
    "factors": ("因素条数", "number of factors"),
    "negative": ("负面条数", "negative factors"),
    "neutral": ("中性条数", "neutral factors"),
    "positive": ("正面条数", "positive factors"),
}
