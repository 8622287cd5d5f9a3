"""Words of the campaigns section."""

TITLE = {"zh": "活动与促销", "en": "Campaigns"}
ORDER = 70
FIRST = False
FIELDS = {
    "after": ("活动后销售", "sales after"),
    "audit": ("稽核", "audit"),
    "before": ("活动前销售", "sales before"),
    "cost": ("费用", "cost"),
    "effect": ("效果怎么量", "measure of effect"),
    "goal": ("目标", "goal"),
    "least": ("至少几种手段", "least number of mechanics"),
    "mechanics": ("手段", "mechanics"),
    "outlets": ("终端数", "outlets"),
    "ready": ("方案定稿", "planned by"),
    "theme": ("主题", "theme"),
    "where": ("在哪里", "where"),
}
MEASURES = {
    "after": ("活动后销售", "sales after"),
    "before": ("活动前销售", "sales before"),
    "cost-share": ("费用占增加", "cost of the uplift"),
    "campaigns": ("活动数", "campaigns"),
    "cost": ("费用", "cost"),
    "least": ("至少几种手段", "least number of mechanics"),
    "mechanics": ("手段数", "mechanics"),
    "outlets": ("终端数", "outlets"),
    "uplift": ("增加的销售", "uplift"),
    "uplift-share": ("增幅", "uplift, %"),
}
