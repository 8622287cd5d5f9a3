"""S000-4 to S000-9: a sales review, a manager's own plan, a company's plan, a department's charter."""

from catalogue.case import Case

PRODUCTS = """\
product:
  name: 产品
  members:
    paste: {name: 辣根王}
    juice: {name: 果汁}
    sushi-soy: {name: 寿司酱油}
    chicken: {name: 鸡汁}
    sushi-vinegar: {name: 寿司醋}
    chilli-oil: {name: 辣椒油}
    mustard-oil: {name: 芥末油}
"""
EACH_ONE = "{paste: &, juice: &, sushi-soy: &, chicken: &, sushi-vinegar: &, chilli-oil: &, mustard-oil: &}"
COMPANY = """\
revenue: {name: 销售收入, target: 2500万元, stated: {target: 2500万}}
profit: {name: 利润, target: 100-150万元}
regions: {name: 销售区域, target: 7-8个}
dealers: {name: 省级城市的销售商, target: 15-20家}
share: {name: 国内市场占有率, target: 大于10%}
"""
CONTENTS = """\
# 市场部工作计划

- [市场部职能](#duties)
- [市场部组织架构](#org)
- [市场部年度工作计划](#plan)
- [年度销售工作计划](#sales-plan)
- [精兵简政](#lean)
- [严格培训](#training)
- [市场调研](#research)
- [协调部门](#departments)
- [把握机会](#chances)
- [信息反馈](#feedback)

## 职能 {#duties}

## 计划 {#plan}

### 精兵简政 {#lean}

### 培训 {#training}

### 调研 {#research}

### 各部门 {#departments}
"""

CASES = (
    Case(
        "S000-4-C01",
        {
            "budget.yml": """\
amounts:
  name: 没有说明的金额
  stated: {amount: 144961元}
  lines:
    first: {name: 第一, amount: 58304元}
    second: {name: 第二, amount: 35120元}
    third: {name: 第三, amount: 19000元}
"""
        },
        finds=(("BUD102", "144,961 元", "112,424 元", "少 32,537 元"),),
        figures={"budget/amounts.amount.gap": "32537元"},
    ),
    Case(
        "S000-4-C02",
        {
            "shared/dimensions.yml": PRODUCTS,
            "objectives.yml": "range: {name: 产品, target: 待定, stated: {count: 8类}, product: "
            + EACH_ONE.replace("&", "{count: 1类, target: 待定}")
            + "}\n",
        },
        finds=(("OBJ103", "7 类", "8 类", "差 1 类"),),
        unset=8,
    ),
    Case(
        "S000-5-C01",
        {
            "objectives.yml": """\
revenue: {name: 销售目标, target: 35万元, phasing: {Q1: 7.5万元, Q2: 7.5万元, Q3: 7.5万元, Q4: 7.5万元}}
assigned: {name: 下达的任务, target: 30万元, phasing: {Q1: 7.5万元, Q2: 7.5万元, Q3: 7.5万元, Q4: 7.5万元}}
needed: {name: 每季需要, target: = revenue ÷ 4}
"""
        },
        finds=(("OBJ101", "30 万元", "35 万元", "差 5 万元"),),
        figures={"objectives/needed.target": "8.75万元"},
    ),
    Case(
        "S000-5-C02",
        {
            "objectives.yml": """\
assigned: {name: 下达的任务, target: 30万元}
own: {name: 自己的目标, target: 35万元}
stretch: {name: 加码, target: "= growth(own, assigned)"}
"""
        },
        figures={"objectives/stretch.target": "16.67%"},
    ),
    Case(
        "S000-5-C03",
        {
            "objectives.yml": """\
a: {name: 甲类客户, target: 待定}
b: {name: 乙类客户, target: 待定}
c: {name: 丙类客户, target: 待定}
each-a: {name: 甲类每家联系, target: = 1次/家/周 × 52周}
each-b: {name: 乙类每家联系, target: = 2次/家/月 × 12月}
each-c: {name: 丙类每家联系, target: = 1次/家/月 × 12月}
contacts: {name: 全年联系, target: = a × each-a + b × each-b + c × each-c}
"""
        },
        figures={
            "objectives/each-a.target": "52次/家",
            "objectives/each-b.target": "24次/家",
            "objectives/each-c.target": "12次/家",
            "objectives/contacts.target": "待定",
        },
        unset=3,
    ),
    Case(
        "S000-6-C01",
        {"objectives.yml": COMPANY + "margin: {name: 利润率, target: '= share(profit, revenue)'}\n"},
        figures={"objectives/margin.target": "4–6%"},
    ),
    Case("S000-6-C02", {"objectives.yml": COMPANY}, figures={"objectives/revenue.target": "2500万元"}),
    Case(
        "S000-6-C03",
        {
            "objectives.yml": COMPANY
            + """\
each: {name: 每区业务员, target: '= round(org/rep.headcount ÷ regions, 0.01人/个)', stated: {target: 1人/个}}
""",
            "org.yml": "roles: {rep: {name: 业务员, headcount: 7-8人}}\n",
        },
        figures={"objectives/each.target": "0.88–1.14人/个"},
    ),
    Case(
        "S000-6-C04",
        {"objectives.yml": COMPANY + "each: {name: 每区, target: '= round(revenue ÷ regions, 0.1万元/个)'}\n"},
        figures={"objectives/each.target": "312.5–357.1万元/个"},
    ),
    Case(
        "S000-6-C05",
        {
            "objectives.yml": COMPANY
            + """\
each: {name: 每区销售商, target: "= round(dealers ÷ regions, 0.1家/个)"}
sales: {name: 每家销售, target: "= round(revenue ÷ dealers, 0.1万元/家)"}
"""
        },
        figures={"objectives/each.target": "1.9–2.9家/个", "objectives/sales.target": "125–166.7万元/家"},
    ),
    Case(
        "S000-6-C06",
        {"objectives.yml": COMPANY + "market: {name: 市场容量, target: '= revenue ÷ share'}\n"},
        figures={"objectives/market.target": "0–2.5亿元"},
    ),
    Case(
        "S000-6-C07",
        {
            "objectives.yml": """\
base: {name: 上年管理费用, target: 待定}
admin: {name: 管理费用, target: = base × (1 - 10%)}
cost: {name: 成本, growth: -5%}
"""
        },
        finds=(("OBJ110", "成本"),),
        figures={"objectives/admin.target": "待定", "objectives/cost.target": "待定"},
        unset=1,
    ),
    Case(
        "S000-7-C01",
        {"charter.md": CONTENTS},
        finds=(("PG812", "#org"), ("PG812", "#sales-plan"), ("PG812", "#chances"), ("PG812", "#feedback")),
    ),
    Case(
        "S000-7-C02",
        {
            "org.yml": """\
roles:
  chief: {name: 总经理}
  sales-chief: {name: 销售总经理, reports_to: chief}
  marketing: {name: 市场部经理, reports_to: sales-chief, stated: {reports_to: chief}}
"""
        },
        finds=(("ORG109", "“市场部经理”", "销售总经理", "另写总经理"),),
    ),
    Case(
        "S000-7-C03",
        {
            "objectives.yml": """\
sales: {name: 年度销售计划, target: 待定}
marketing: {name: 市场部工作计划, target: 待定}
""",
            "phases.yml": "year: {name: 年度计划, start: 待定, end: 待定}\n",
        },
        finds=(("PHA106", "开始日期和结束日期"),),
        figures={"objectives/sales.target": "待定", "phases/year.days": "待定"},
        unset=4,
    ),
    Case(
        "S000-8-C08",
        {
            "kpis.yml": """\
plan: {name: 销售计划完成率}
growth: {name: 销售额增长率}
price: {name: 价格保持率}
cost: {name: 销售费用}
debts: {name: 欠款回收率}
visits: {name: 访问成功率}
complaints: {name: 顾客意见发生率}
new: {name: 新顾客开发率}
kept: {name: 老顾客保持率}
"""
        },
        finds=(("KPI107", "“销售计划完成率”", "“老顾客保持率”", "没有用在任何地方"),),
        figures={"kpis/total.kpis": "9项", "kpis/total.measured": "0项"},
    ),
)
