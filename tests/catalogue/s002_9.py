"""S002-9: a sales team with its people, duties, training and routines."""

from catalogue.case import Case

TEAM = """\
units:
  team: {name: 销售团队, stated: {headcount: 11人}}
roles:
  director: {name: 营销总监, unit: team, headcount: 1人}
  area: {name: 区域销售总监, unit: team, headcount: 2人, reports_to: director}
  rep: {name: 业务员, unit: team, headcount: 2人, reports_to: area}
  clerk: {name: 业务跟单, unit: team, headcount: 6人, reports_to: rep}
"""
DUTIES = """\
director: {accounts: {text: 把握重点客户}}
area: {complaints: {text: 归集投诉并定对策, frequency: 每月}}
rep: {orders: {text: 报送订货需求}}
clerk: {quotes: {text: 算报价单}}
"""

CASES = (
    Case("S002-9-C01", {"org.yml": TEAM}, figures={"org/total.headcount": "11人", "org/team.headcount": "11人"}),
    Case(
        "S002-9-C02",
        {"org.yml": TEAM, "duties.yml": DUTIES + "business-manager: {summary: {text: 写销售总结, frequency: 每月}}\n"},
        finds=(("DUT101", "没有岗位 business-manager"),),
    ),
    Case(
        "S002-9-C03",
        {
            "org.yml": TEAM,
            "phases.yml": """\
training:
  name: 内训
  start: 2026-03-02
  end: 2026-03-05
  owner: business-director
  tasks: {targets: {name: 定年度指标, start: 2026-03-02, end: 2026-03-02, owner: sales-director}}
""",
        },
        finds=(("PG212", "business-director"), ("PG212", "sales-director")),
    ),
    Case(
        "S002-9-C04",
        {"org.yml": TEAM.replace("reports_to: area", "reports_to: department-head")},
        finds=(("PG212", "department-head"),),
    ),
    Case(
        "S002-9-C05",
        {"objectives.yml": "left: {name: 其余三项的天数, target: = 4天 - 2–3天}\n"},
        figures={"objectives/left.target": "1–2天"},
    ),
    Case(
        "S002-9-C06",
        {
            "org.yml": TEAM,
            "policies.yml": """\
signing:
  name: 合同签订
  kind: authority
  rules:
    major: {text: 签重大合同, scope: director}
    ordinary: {text: 授权下签一般合同, scope: rep}
    sales: {text: 签销售合同, scope: clerk}
""",
        },
        finds=(("POL103", "“签重大合同”没有写限额"), ("POL103", "一般合同"), ("POL103", "销售合同")),
        figures={"policies/signing.rules": "3条", "policies/total.limited": "0条"},
    ),
    Case(
        "S002-9-C07",
        {
            "org.yml": TEAM,
            "duties.yml": DUTIES.replace("rep: {", "rep: {collect: {text: 催收货款}, ").replace(
                "clerk: {", "clerk: {claim: {text: 催收货款}, "
            ),
        },
        finds=(("DUT102", "“催收货款”", "业务员、业务跟单"),),
    ),
    Case(
        "S002-9-C08",
        {
            "objectives.yml": """\
orders: {name: 大客户订单, target: 100万元}
fee: {name: 客户管理费, target: = orders × 2‰}
"""
        },
        figures={"objectives/fee.target": "2000元"},
    ),
    Case(
        "S002-9-C09",
        {
            "org.yml": TEAM,
            "objectives.yml": """\
by-rep: {name: 一名业务员对几名跟单, target: = org/clerk.headcount ÷ org/rep.headcount × 1个}
by-area: {name: 每个区域的跟单, target: = org/clerk.headcount ÷ (org/area.headcount ÷ 1人/个)}
""",
        },
        figures={
            "org/director.span": "2人",
            "org/area.span": "2人",
            "org/rep.span": "6人",
            "objectives/by-rep.target": "3个",
            "objectives/by-area.target": "3人/个",
        },
    ),
    Case(
        "S002-9-C10",
        {
            "org.yml": TEAM,
            "duties.yml": DUTIES.replace(
                "director: {",
                "director: {plan: {text: 拟订年度销售计划和预算}, yearly: {text: 拟订年度销售计划和预算}, ",
            ),
        },
        finds=(("DUT105", "拟订年度销售计划和预算", "营销总监", "2 次"),),
    ),
)
