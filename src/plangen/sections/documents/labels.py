"""Words of the documents section."""

TITLE = {"zh": "文件目录", "en": "Documents"}
ORDER = 110
FIRST = False
FIELDS = {
    "contains": ("内容项", "contains"),
    "cycle": ("周期", "cycle"),
    "kind": ("类别", "kind"),
    "retention": ("保存期", "kept for"),
}
CHOICES = {
    "daily": ("每天", "daily"),
    "event": ("有事时", "when something happens"),
    "file": ("档案", "file"),
    "form": ("表单", "form"),
    "manual": ("手册", "manual"),
    "monthly": ("每月", "monthly"),
    "once": ("一次", "once"),
    "plan": ("计划", "plan"),
    "quarterly": ("每季", "quarterly"),
    "regulation": ("制度", "regulation"),
    "report": ("报告", "report"),
    "weekly": ("每周", "weekly"),
    "yearly": ("每年", "yearly"),
}
MEASURES = {"documents": ("文件数", "documents"), "retention": ("保存期", "kept for")}
