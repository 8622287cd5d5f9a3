"""Words of the review."""

TITLE = {"zh": "上期回顾", "en": "Review of results"}
ORDER = 5
FIRST = False
FIELDS = {
    "actions": ("后续行动", "what follows"),
    "actual": ("实际", "actual"),
    "adds_up": ("各月能否相加", "whether months add up"),
    "before": ("对比期", "before"),
    "compare_to": ("对比的期间", "compared with"),
    "data": ("数据出处", "where its numbers come from"),
    "factors": ("原因", "factors"),
    "growth": ("增长", "growth"),
    "parts": ("分项", "parts"),
    "period": ("回顾的期间", "period"),
    "results": ("结果", "results"),
    "statement": ("说明", "statement"),
    "status": ("完成情况", "status"),
    "trend": ("走势", "trend"),
}
CHOICES = {
    "down": ("下降", "down"),
    "higher": ("越高越好", "higher is better"),
    "level": ("持平", "level"),
    "lower": ("越低越好", "lower is better"),
    "met": ("达成", "met"),
    "missed": ("未达成", "missed"),
    "no": ("否", "no"),
    "up": ("上升", "up"),
    "yes": ("是", "yes"),
}
MEASURES = {
    "before": ("对比期", "before"),
    "before-monthly": ("对比期月均", "per month before"),
    "change": ("变化", "change"),
    "listed": ("列出的项数", "parts listed"),
    "measured": ("有数的结果", "results with a value"),
    "months-before": ("对比期月数", "months compared with"),
    "monthly-growth": ("月均增长", "growth per month"),
    "results": ("结果项数", "results"),
    "rest": ("合计与分项之差", "total less parts"),
    "shared": ("重叠的月数", "months in both periods"),
}
