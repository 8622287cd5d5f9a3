"""Words of the incentives section."""

TITLE = {"zh": "激励与奖惩", "en": "Incentives"}
ORDER = 85
FIRST = False
FIELDS = {
    "amount": ("金额", "amount"),
    "at_least": ("从（含）", "from"),
    "base": ("计算的基数", "paid on"),
    "below": ("到（不含）", "below"),
    "conditions": ("条件", "conditions"),
    "consequence": ("结果", "consequence"),
    "counts": ("档位怎么算", "how steps count"),
    "kind": ("类别", "kind"),
    "ladder": ("阶梯", "ladder"),
    "rate": ("比例或单价", "rate"),
    "recipients": ("对象", "for whom"),
    "result": ("结果", "result"),
    "role": ("适用岗位", "for the role"),
    "samples": ("算例", "sample results"),
    "threshold": ("门槛", "threshold"),
}
CHOICES = {
    "dealers": ("经销商", "dealers"),
    "part": ("各档只算本档部分", "each step for its own part"),
    "penalty": ("罚", "penalty"),
    "reward": ("奖", "reward"),
    "staff": ("个人", "staff"),
    "team": ("团队", "team"),
    "whole": ("全部结果按所在档", "the whole result at its step"),
}
MEASURES = {
    "at": ("到这一档", "at this step"),
    "at_least": ("起点", "from"),
    "below": ("终点", "below"),
    "before": ("差一点到这一档", "just below this step"),
    "incentives": ("条数", "incentives"),
    "jump": ("跳升", "jump"),
    "level": ("门槛折合", "threshold in figures"),
    "missed": ("按下一档的比例", "by the rate below"),
    "over": ("超过起点的部分", "above the step"),
    "pay": ("应得", "pay"),
    "result": ("结果", "result"),
    "slice": ("这一档的部分", "of this step"),
    "threshold": ("门槛", "threshold"),
    "variable": ("按比例", "by rate"),
    "width": ("这一档的宽度", "width of the step"),
    "window": ("期间合计", "of the period"),
}
