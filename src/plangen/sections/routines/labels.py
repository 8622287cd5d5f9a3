"""Words of the routines section."""

TITLE = {"zh": "例会与报告", "en": "Routines"}
ORDER = 52
FIRST = False
FIELDS = {
    "agenda": ("议程", "agenda"),
    "kind": ("类型", "kind"),
    "off_day": ("遇休息日", "on a day off"),
    "role": ("岗位", "role"),
    "window": ("时段", "time of day"),
}
CHOICES = {
    "after": ("顺延到下一个工作日", "the next day of work"),
    "before": ("提前到上一个工作日", "the day of work before"),
    "call": ("电话", "call"),
    "deadline": ("期限", "deadline"),
    "keep": ("不变", "as it is"),
    "meeting": ("会议", "meeting"),
    "report": ("报告", "report"),
}
MEASURES = {
    "dates": ("次数", "dates"),
    "due": ("当天次数", "due on the day"),
    "duration": ("每次时长", "length"),
    "hour": ("一小时的分钟数", "minutes of an hour"),
    "hours": ("小时数", "hours"),
    "minutes": ("分钟数", "minutes"),
    "off": ("落在休息日的次数", "dates on days off"),
    "routines": ("例行事项", "routines"),
}
