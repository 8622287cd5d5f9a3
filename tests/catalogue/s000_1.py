"""S000-1: the yearly plan of a regional office for external wall insulation."""

from catalogue.case import Case

TARGET = "revenue: {name: 部门目标, target: 8000万元}\n"
PEOPLE = """\
roles:
  rep: {name: 业务, initial: 8人, headcount: 4人}
  clerk: {name: 内勤, initial: 1人, headcount: 1人, reports_to: rep}
"""
SETUP = """\
setup:
  name: 办事处筹备费用
  stated: {amount: 34700元}
  lines:
    rent: {name: 房屋租金, price: 约1500元/月, periods: 3月, amount: 4500元}
    desks: {name: 办公桌, quantity: 6张, amount: 约2400元}
    table: {name: 会议桌, quantity: 1张, amount: 约800元}
    chairs: {name: 椅子, quantity: 12把, amount: 约1800元}
    computers: {name: 台式电脑, quantity: 2台, amount: 约5000元}
    printer: {name: 一体机, quantity: 1台, amount: 待定}
    other: {name: 其他支出, amount: 待定}
"""
RUNNING = """\
running:
  name: 日常费用
  stated: {amount: 9500元/月}
  lines:
    office: {name: 水电和电话, amount: 500元/月}
    fuel: {name: 车辆油费, amount: 4000元/月}
    guests: {name: 业务招待, amount: 5000元/月}
"""

CASES = (
    Case(
        "S000-1-C01",
        {
            "budget.yml": """\
setup: {name: 筹备, lines: {rent: {name: 房租, price: 1500元/月, periods: 3月, amount: 4500元}}}
"""
        },
        figures={"budget/rent.amount.rollup": "4500元", "budget/setup.amount": "4500元"},
    ),
    Case(
        "S000-1-C02",
        {
            "budget.yml": RUNNING,
            "objectives.yml": "year: {name: 全年日常费用, target: = budget/running.amount × 12月}\n",
        },
        figures={"budget/running.amount.rollup": "9500元/月", "objectives/year.target": "114000元"},
    ),
    Case(
        "S000-1-C03",
        {"budget.yml": SETUP},
        finds=(("BUD101", "34,700 元", "14,500 元", "20,200 元", "“一体机”", "“其他支出”"),),
        figures={"budget/setup.amount.gap": "约20200元，另有 2 项未定"},
        unset=2,
    ),
    Case(
        "S000-1-C04",
        {
            "org.yml": PEOPLE,
            "objectives.yml": TARGET
            + """\
as-written: {name: 每人指标, target: 待定}
at-first: {name: 开头每人, target: = revenue ÷ org/rep.initial}
after-the-cut: {name: 淘汰后每人, target: = revenue ÷ org/rep.headcount}
""",
        },
        figures={
            "objectives/as-written.target": "待定",
            "objectives/at-first.target": "1000万元/人",
            "objectives/after-the-cut.target": "2000万元/人",
        },
        unset=1,
    ),
    Case(
        "S000-1-C05",
        {"objectives.yml": f"{TARGET}as-written: {{name: 每季指标, target: 待定}}\n"},
        figures={f"objectives/revenue.target@Q{quarter}": "2000万元" for quarter in (1, 2, 3, 4)},
        unset=1,
    ),
    Case(
        "S000-1-C06",
        {
            "objectives.yml": TARGET
            + """\
homes: {name: 住宅项目, target: 171个}
public: {name: 公建项目, target: 28个}
projects: {name: 查到的项目, target: = homes + public}
each: {name: 每个项目要做到, target: "= round(revenue ÷ projects, 0.1万元/个)"}
"""
        },
        figures={"objectives/projects.target": "199个", "objectives/each.target": "40.2万元/个"},
    ),
    Case(
        "S000-1-C07",
        {
            "org.yml": PEOPLE,
            "budget.yml": SETUP,
            "objectives.yml": """\
short: {name: 开头缺的办公桌, target: = org/total.initial × 1张/人 - budget/desks.quantity}
spare: {name: 淘汰后多的办公桌, target: = budget/desks.quantity - org/total.headcount × 1张/人}
""",
        },
        finds=(("BUD101", "20,200 元"),),
        figures={
            "org/total.initial": "9人",
            "org/total.headcount": "5人",
            "objectives/short.target": "3张",
            "objectives/spare.target": "1张",
        },
        unset=2,
    ),
)
