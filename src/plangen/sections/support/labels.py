"""Words of the support section."""

TITLE = {"zh": "所需支持", "en": "Support"}
ORDER = 65
FIRST = False
FIELDS = {
    "periods": ("月数", "months"),
    "asked_of": ("向谁要", "asked of"),
    "status": ("进展", "status"),
    "within": ("时限", "within"),
}
CHOICES = {"asked": ("已提出", "asked for"), "granted": ("已同意", "granted"), "refused": ("未同意", "refused")}
MEASURES = {"requests": ("支持项数", "requests"), "within": ("时限", "within")}
