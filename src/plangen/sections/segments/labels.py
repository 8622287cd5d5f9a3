"""Words of the segments section."""

TITLE = {"zh": "客户分级与拜访", "en": "Segments and visits"}
ORDER = 42
FIRST = False
FIELDS = {
    "applies": ("适用于", "applies to"),
    "approver": ("审批人", "approver"),
    "at": ("所在象限", "where it lies"),
    "capacity": ("可用工时", "working time"),
    "contact": ("联系频次", "contacts"),
    "marked": ("有标识的级数", "tiers with a mark"),
    "mark": ("标识", "mark"),
    "minutes": ("每次用时", "time a visit"),
    "moves": ("升降条件", "moves"),
    "pace": ("拜访定额", "visits to make"),
    "people": ("人数", "people"),
    "priority": ("优先次序", "priority"),
    "quadrants": ("象限", "quadrants"),
    "region": ("所指区域", "region"),
    "split": ("分界", "split"),
    "tiers": ("等级", "tiers"),
    "treatment": ("怎么对待", "treatment"),
    "treatments": ("分级对待", "treatments"),
    "visit": ("拜访频次", "visits"),
    "workload": ("工作量", "workload"),
}
CHOICES = {"high": ("高", "high"), "low": ("低", "low")}
MEASURES = {
    "available": ("可用工时", "working time"),
    "capacity": ("可用工时", "working time"),
    "contact": ("联系频次", "contacts"),
    "contact-each": ("每个客户联系次数", "contacts of each"),
    "contact-periods": ("联系周期数", "periods of contact"),
    "contacts": ("联系次数", "contacts"),
    "contacts-share": ("占联系次数", "share of contacts"),
    "contacts-weekly": ("每周联系", "contacts a week"),
    "load": ("需要工时", "time needed"),
    "marked": ("有标识的级数", "tiers with a mark"),
    "minutes": ("每次用时", "time a visit"),
    "pace": ("拜访定额", "visits to make"),
    "people": ("人数", "people"),
    "saturation": ("工作饱和度", "saturation"),
    "schemes": ("划分办法", "schemes"),
    "split": ("分界", "split"),
    "tiers": ("级数", "tiers"),
    "visit": ("拜访频次", "visits"),
    "visit-each": ("每个客户拜访次数", "visits of each"),
    "visit-periods": ("拜访周期数", "periods of visits"),
    "visits": ("拜访次数", "visits"),
    "visits-share": ("占拜访次数", "share of visits"),
    "visits-weekly": ("每周拜访", "visits a week"),
    "weeks": ("周数", "weeks"),
}
