"""Words of the procedures section."""

TITLE = {"zh": "工作流程", "en": "Procedures"}
ORDER = 95
FIRST = False
FIELDS = {
    "actor": ("经办岗位", "done by"),
    "back_to": ("回到哪一步", "goes back to"),
    "checklist": ("检查项", "checklist"),
    "condition": ("条件", "condition"),
    "forms": ("表单", "forms"),
    "outside": ("外部经办人", "done by somebody outside"),
    "reaches": ("到这一步的", "get through"),
    "steps": ("步骤", "steps"),
    "begins": ("何时开始", "begins when"),
}
MEASURES = {
    "lasts": ("历时", "duration"),
    "passes": ("占上一步", "share of the step before"),
    "procedures": ("流程数", "procedures"),
    "reaches": ("到这一步的", "get through"),
    "steps": ("步数", "number of steps"),
}
