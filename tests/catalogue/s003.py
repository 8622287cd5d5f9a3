"""S003: a yearly plan's method, a mobile platform, a cigarette network, and two reviews."""

from catalogue.case import Case

PRODUCTS = "product: {name: 产品, members: {a: {name: 甲类}, b: {name: 乙类}, c: {name: 丙类}}}\n"
SPREAD = "spread: [{axis: product, rule: ratio, ratio: '2:3:1', members: [a, b, c]}]"
COSTS = """\
costs:
  name: 费用
  stated: {amount: 1000万元}
  share_of: objectives/revenue.target
  max_share: 2%
  lines:
    wages: {name: 工资, amount: 500万}
    travel: {name: 差旅, amount: 300万}
    administration: {name: 管理, amount: 100万}
    other: {name: 培训招待杂费, amount: 100万}
"""
SALES = "revenue: {name: 销售目标, target: 5亿元}\n"
OUTLETS = {
    "malls": "大商场",
    "hotels": "高档大酒店",
    "own": "加盟店",
    "markets": "超市",
    "inns": "中小酒店",
    "rural": "农村店",
}
PROJECTS = ("market", "brand", "process", "service")
RATING = """\
{aaa: {name: AAA级, mark: 三星}, aa: {name: AA级, mark: 二星}, a: {name: A级, mark: 一星}, \
b: {name: B级}, c: {name: C级}}\
"""

CASES = (
    Case(
        "S003-1-C01",
        {
            "shared/dimensions.yml": PRODUCTS,
            "objectives.yml": f"mix: {{name: 产品结构, target: 600份, {SPREAD}}}\n",
        },
        figures={
            "objectives/mix.target/a": "200份",
            "objectives/mix.share/a": "33.33%",
            "objectives/mix.share/b": "50%",
            "objectives/mix.share/c": "16.67%",
        },
    ),
    Case(
        "S003-1-C02",
        {
            "2025/demo/plan.yml": "name: 上年\n",
            "2025/demo/objectives.yml": "low: {name: 按两成, target: 100点}\nhigh: {name: 按三成, target: 100点}\n",
            "objectives.yml": """\
low: {name: 按两成, growth: 20%}
high: {name: 按三成, target: = previous × (1 + 30%)}
""",
        },
        figures={"objectives/low.target": "120点", "objectives/high.target": "130点"},
    ),
    Case(
        "S003-1-C04",
        {"budget.yml": "costs: {name: 费用预算}\n"},
        finds=(("BUD111", "“费用预算”"),),
        figures={"budget/costs.amount": "待定"},
    ),
    Case(
        "S003-1-C03",
        {
            "incentives.yml": """\
near:
  name: 近处返利
  recipients: dealers
  note: 按回款
  conditions: {distance: {text: 运输半径, threshold: ≤600公里}}
  rate: 待定
far:
  name: 远处返利
  recipients: dealers
  note: 按回款
  conditions: {distance: {text: 运输半径, threshold: ">600公里"}}
  rate: 待定
"""
        },
        figures={"incentives/near.rate": "待定", "incentives/far/distance.threshold": ">600公里"},
        unset=2,
    ),
    Case(
        "S003-2-C01",
        {"objectives.yml": "age: {name: 历经, target: = 2013年 - 1953年, stated: {target: 60年}}\n"},
        figures={"objectives/age.target": "60年"},
    ),
    Case(
        "S003-2-C03",
        {"objectives.yml": "area: {name: 两个园区, target: = 350亩 + 930亩}\n"},
        figures={"objectives/area.target": "1280亩"},
    ),
    Case(
        "S003-2-C04",
        {
            "objectives.yml": """\
a: {name: 甲类终端, target: 40家}
b: {name: 乙类终端, target: 60家}
visits: {name: 每周拜访, target: = a × 2次/家/周 + b × 1次/家 ÷ 2周}
"""
        },
        figures={"objectives/visits.target": "110次/周"},
    ),
    Case(
        "S003-3-C01",
        {"budget.yml": COSTS, "objectives.yml": SALES},
        figures={"budget/costs.amount.rollup": "1000万元", "budget/costs.amount.gap": "0元"},
    ),
    Case(
        "S003-3-C02",
        {"budget.yml": COSTS, "objectives.yml": SALES},
        figures={"budget/costs.sales-share": "2%"},
    ),
    Case(
        "S003-3-C03",
        {
            "budget.yml": COSTS,
            "objectives.yml": SALES
            + "".join(
                f"{line}: {{name: 占销售, target: '= share(budget/{line}.amount, revenue)'}}\n"
                for line in ("wages", "travel", "administration", "other")
            ),
        },
        figures={
            "budget/wages.share": "50%",
            "budget/travel.share": "30%",
            "budget/administration.share": "10%",
            "budget/other.share": "10%",
            "objectives/wages.target": "1%",
            "objectives/travel.target": "0.6%",
            "objectives/administration.target": "0.2%",
            "objectives/other.target": "0.2%",
        },
    ),
    Case(
        "S003-3-C04",
        {
            "shared/dimensions.yml": PRODUCTS,
            "objectives.yml": f"revenue: {{name: 销售目标, target: 5亿元, step: 1万元, {SPREAD}}}\n",
        },
        figures={
            "objectives/revenue.target/a": "16667万元",
            "objectives/revenue.target/b": "25000万元",
            "objectives/revenue.target/c": "8333万元",
        },
    ),
    Case(
        "S003-4-C01",
        {
            "policies.yml": """\
assessment:
  name: 四个考评体系
  stated: {rules: 4个}
  rules: {process: {text: 网络流程质量考评}, outlets: {text: 零售终端考评}}
"""
        },
        finds=(("POL101", "宣布有 4 个，列出 2 条"),),
        figures={"policies/assessment.rules": "2条"},
    ),
    Case(
        "S003-4-C02",
        {
            "network.md": "# 四个细化\n\n"
            + "".join(f"- [{one}](#{one})\n" for one in PROJECTS)
            + "".join(f"\n## {one}\n" for one in PROJECTS)
        },
    ),
    Case(
        "S003-4-C03",
        {
            "shared/dimensions.yml": "outlet: {name: 业态, members: {"
            + ", ".join(f"{outlet}: {{name: {name}}}" for outlet, name in OUTLETS.items())
            + "}}\n",
            "objectives.yml": "outlets: {name: 零售户, target: 待定, stated: {count: 6类}, outlet: {"
            + ", ".join(f"{outlet}: {{count: 1类, target: 待定}}" for outlet in OUTLETS)
            + "}}\n",
        },
        figures={"objectives/outlets.count": "6类"},
        unset=7,
    ),
    Case(
        "S003-4-C05",
        {
            "scorecards.yml": """\
quantity:
  name: 量化指标
  points: 100分
  criteria:
    sales: {name: 卷烟销量, points: 待定, text: 完成率}
    margin: {name: 毛利, points: 待定, text: 完成率}
    mix: {name: 结构, points: 待定, text: 完成率}
process:
  name: 工作流程质量
  points: 100分
  criteria:
    members: {name: 零售户入网率, points: 待定, text: 达到目标}
    orders: {name: 访销订货率, points: 待定, text: 达到目标}
both:
  name: 双百分制
  criteria:
    first: {name: 量化指标, points: 100分, card: quantity}
    second: {name: 工作流程质量, points: 100分, card: process}
"""
        },
        figures={"scorecards/both.points": "200分", "scorecards/quantity.points.rollup": "待定，另有 3 项未定"},
        unset=5,
    ),
    Case(
        "S003-5-C01",
        {
            "phases.yml": """\
before: {name: 之前, start: 2026-03-01, end: 2026-08-31, stated: {lasts: 6个月}}
after: {name: 之后, start: 2026-08-01, end: 2026-12-31, stated: {lasts: 5个月}}
""",
            "objectives.yml": """\
paid-before: {name: 之前的回款, target: 待定, period: M03..M08}
paid-after: {name: 之后的回款, target: 待定, period: M08..M12}
change: {name: 月均增长, target: "= growth(paid-after ÷ 5月, paid-before ÷ 6月)"}
""",
        },
        finds=(("PHA105", "重叠", "31 天"),),
        figures={"phases/before.days": "184天", "phases/after.days": "153天", "objectives/change.target": "待定"},
        unset=2,
    ),
    Case(
        "S003-5-C02",
        {
            "objectives.yml": """\
collections: {name: 销售回款, target: 待定}
profit: {name: 利润额, target: 待定}
people: {name: 人力成本, target: 待定}
"""
        },
        figures={f"objectives/{name}.target": "待定" for name in ("collections", "profit", "people")},
        unset=3,
    ),
    Case(
        "S003-5-C04",
        {
            "objectives.yml": """\
positive: {name: 正面因素, target: = 4个 + 2个 + 4个}
negative: {name: 负面因素, target: = 8个 + 4个 + 0个}
"""
        },
        figures={"objectives/positive.target": "10个", "objectives/negative.target": "12个"},
    ),
    Case(
        "S003-6-C01",
        {"objectives.yml": "q3: {name: 三季度, target: 待定}\nq4: {name: 四季度, target: = q3 × (1 + 50%)}\n"},
        figures={"objectives/q4.target": "待定"},
        unset=1,
    ),
    Case(
        "S003-6-C03",
        {
            "phases.yml": """\
autumn:
  name: 三季度
  start: 2026-07-01
  end: 2026-09-30
  tasks: {ready: {name: 活动方案定好到中秋, start: 2026-09-01, end: 2026-09-29, stated: {lasts: 约4周}}}
"""
        },
        figures={"phases/ready.days": "29天"},
    ),
    Case(
        "S003-4-C04",
        {"segments.yml": f"rating: {{name: 诚信等级, stated: {{tiers: 5级, marked: 3级}}, tiers: {RATING}}}\n"},
        figures={"segments/rating.tiers": "5级", "segments/rating.marked": "3级"},
    ),
    Case(
        "S003-4-C06",
        {
            "segments.yml": f"""\
rating:
  name: 诚信等级
  tiers: {RATING}
  treatments:
    serve: {{text: 以服务为主, applies: A级以上}}
    inspect: {{text: 重点检查, applies: A级以下}}
"""
        },
        finds=(("SEG109", "“A级以上”和“A级以下”", "A级 自己归哪一边"),),
    ),
    Case(
        "S003-4-C07",
        {"segments.yml": f"rating: {{name: 诚信等级, tiers: {RATING.replace('级', '级, visit: 待定')}}}\n"},
        figures={"segments/rating/aaa.visit": "待定", "segments/rating/c.visit": "待定"},
        unset=5,
    ),
)
