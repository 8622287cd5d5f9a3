"""Words of the training section."""

TITLE = {"zh": "培训", "en": "Training"}
ORDER = 75
FIRST = False
FIELDS = {
    "audience": ("参加岗位", "audience"),
    "goal": ("目的", "goal"),
    "kind": ("类型", "kind"),
    "part_of": ("属于哪门课", "part of"),
    "participants": ("人数", "participants"),
    "provider": ("外部讲师或机构", "provider"),
    "sessions": ("场次", "sessions"),
    "trainer": ("讲师", "trainer"),
}
CHOICES = {"external": ("外训", "external"), "internal": ("内训", "internal")}
MEASURES = {
    "cost": ("费用", "cost"),
    "courses": ("课程数", "courses"),
    "days": ("天数", "days"),
    "person-days": ("人天", "person-days"),
    "person-hours": ("人时", "person-hours"),
}
