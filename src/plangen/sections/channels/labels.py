"""Words of the channels section."""

TITLE = {"zh": "渠道", "en": "Channels"}
ORDER = 45
FIRST = False
FIELDS = {
    "conflict": ("冲突规定", "rule for conflicts"),
    "customers": ("客户群", "customer groups"),
    "goal": ("目标", "goal"),
    "kind": ("类别", "kind"),
    "profile": ("概况", "profile"),
    "territory": ("区域", "territory"),
}
CHOICES = {
    "contact": ("联络与下单", "contact and orders"),
    "dealer": ("经销", "dealers"),
    "online": ("线上", "online"),
    "own": ("自营", "own"),
    "promotion": ("传播推广", "promotion"),
    "retail": ("零售终端", "retail"),
    "special": ("特殊通路", "special"),
}
MEASURES = {"channels": ("渠道数", "channels"), "listed": ("点名的数量", "number that is named")}
