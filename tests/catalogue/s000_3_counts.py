"""S000-3: customers, dealers, shops, leads, and what the support costs."""

from catalogue.case import Case

CASES = (
    Case(
        "S000-3-C15",
        {
            "phases.yml": """\
leads:
  name: 收集与预约
  start: 2026-05-15
  end: 2026-05-22
  goals: {list: {name: 准客户, target: 200家}, appointments: {name: 预约, target: 30家}}
""",
            "objectives.yml": """\
conversion: {name: 预约率, target: '= share(phases/leads/appointments.target, phases/leads/list.target)'}
""",
        },
        figures={"objectives/conversion.target": "15%"},
    ),
    Case(
        "S000-3-C19",
        {
            "objectives.yml": """\
with-home: {name: 重点城市连所在城市, target: = 1个 + 2个, stated: {target: 3个}}
without: {name: 重点城市, target: 2个, stated: {target: 3个}}
"""
        },
        finds=(("OBJ103", "2 个", "3 个", "差 1 个"),),
        figures={"objectives/with-home.target": "3个"},
    ),
    Case(
        "S000-3-C23",
        {
            "policies.yml": """\
conduct:
  name: 区域营销人员管理制度
  stated: {rules: 6条}
  rules:
    obey: {text: 可以提意见，没被采纳也要执行}
    trips: {text: 出差前交拜访计划，同意后才能出发}
    invoices: {text: 报销要有正规发票}
    accounts: {text: 开发的客户归公司，可以重新分配}
    no-crossing: {text: 不得跨区域开发客户}
    manners: {text: 言行得体，衣着整洁}
"""
        },
        figures={"policies/conduct.rules": "6条"},
    ),
    Case(
        "S000-3-C25",
        {"objectives.yml": "rest: {name: 其余客户, target: = 100% - 20% - 20%}\n"},
        figures={"objectives/rest.target": "60%"},
    ),
    Case(
        "S000-3-C26",
        {
            "budget.yml": """\
support:
  name: 公司支持
  lines:
    travel: {name: 出差费用, price: ≤5000元/人/月, quantity: 4人, periods: 2月}
advances:
  name: 预借
  lines:
    advance: {name: 预借, price: 约3000元/人, quantity: 4人}
"""
        },
        figures={"budget/support.amount": "≤40000元", "budget/advances.amount": "约12000元"},
    ),
    Case(
        "S000-3-C27",
        {
            "objectives.yml": """\
quota: {name: 终端每月, target: = 4人 × 30万元/人/月}
customers: {name: 终端客户, target: 13家以上}
least: {name: 每个客户至少, target: 不少于10万元/家/月}
each: {name: 每个客户每月, target: "= round(quota ÷ customers, 0.1万元/家/月)"}
floor: {name: 下限合计, target: = least × customers}
over: {name: 比定额多, target: = floor - quota}
"""
        },
        figures={
            "objectives/quota.target": "120万元/月",
            "objectives/each.target": "0–9.2万元/家/月",
            "objectives/floor.target": "≥130万元/月",
            "objectives/over.target": "≥10万元/月",
        },
    ),
    Case(
        "S000-3-C28",
        {
            "objectives.yml": """\
each-city: {name: 每个城市, target: 至少2家/个}
customers: {name: 六月的终端客户, target: = 4人 × 2个/人 × each-city, stated: {target: 13家以上}}
"""
        },
        figures={"objectives/customers.target": "≥16家"},
    ),
    Case(
        "S000-3-C29",
        {
            "objectives.yml": """\
july: {name: 七月的经销商, target: = 4人 × 1家/人, stated: {target: 4家}}
late: {name: 年底的经销商, target: = july + 4人 × 2–3家/人, stated: {target: 4家}}
"""
        },
        finds=(("OBJ103", "12–16 家", "4 家"),),
        figures={"objectives/july.target": "4家", "objectives/late.target": "12–16家"},
    ),
    Case(
        "S000-3-C30",
        {
            "objectives.yml": """\
one-for-all: {name: 直营店按区域开, target: = 1家 + 1家, stated: {target: 3家}}
one-each: {name: 直营店按人开, target: = 1家 + 4人 × 1家/人, stated: {target: 3家}}
"""
        },
        finds=(("OBJ103", "2 家", "3 家"), ("OBJ103", "5 家", "3 家")),
    ),
    Case(
        "S000-3-C34",
        {
            "objectives.yml": """\
trips: {name: 出差费用, target: 20万元}
profit: {name: 销售毛利润, target: 80万元}
""",
            "kpis.yml": """\
trip-efficiency:
  name: 投入产出比
  definition: 出差等费用 ÷ 销售毛利润
  target: 30%
  value: = share(objectives/trips.target, objectives/profit.target)
""",
        },
        finds=(("KPI103", "“投入产出比”", "越高越好还是越低越好"),),
        figures={"kpis/trip-efficiency.value": "25%", "kpis/trip-efficiency.apart": "-5%"},
    ),
    Case(
        "S000-3-C03",
        {
            "shared/dimensions.yml": """\
region:
  name: 区域
  members:
    east: {name: 华东}
    shanghai: {name: 上海, parent: east}
    jiangsu: {name: 江苏, parent: east}
    zhejiang: {name: 浙江, parent: east}
    anhui: {name: 安徽, parent: east}
    fujian: {name: 福建, parent: east}
    jiangxi: {name: 江西, parent: east}
    shandong: {name: 山东, parent: east}
    sichuan: {name: 四川}
    chongqing: {name: 重庆}
    hubei: {name: 湖北}
""",
            "segments.yml": """\
areas:
  name: 片区
  tiers:
    east: {name: 华东区, region: east, members: [浙江, 江苏, 四川, 山东, 安徽, 湖北, 上海, 重庆]}
""",
        },
        finds=(("SEG110", "“华东区”", "不属于它的有四川、湖北、重庆", "缺福建、江西"),),
    ),
)
