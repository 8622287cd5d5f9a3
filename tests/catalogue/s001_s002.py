"""S001 and S002: a deck without figures, and nine descriptions of sales organisations."""

from catalogue.case import Case

CHAPTERS = ("targets", "team", "channels", "promotions", "customers", "data")
COMPANY = """\
units:
  marketing: {name: 市场部}
  sales: {name: 销售部}
  office: {name: 行政部}
roles:
  chief: {name: 总经理}
  researcher: {name: 市场调研专员, unit: marketing, reports_to: chief}
  promoter: {name: 市场推广专员, unit: marketing, reports_to: chief}
  relations: {name: 客户关系专员, unit: marketing, reports_to: chief}
  sales-manager: {name: 销售经理, unit: sales}
  rep: {name: 销售代表, unit: sales, reports_to: sales-manager}
  accounts: {name: 客户经理, unit: sales, reports_to: sales-manager}
  service: {name: 售后服务专员, unit: sales, reports_to: sales-manager}
  office-manager: {name: 行政经理, unit: office, reports_to: chief}
  personnel: {name: 人力资源专员, unit: office, reports_to: chief}
  finance: {name: 财务专员, unit: office, reports_to: chief}
"""

CASES = (
    Case(
        "S001-1-C01",
        {
            "deck.md": "# 销售部门业务规划\n\n"
            + "".join(f"- [{name}](#{name})\n" for name in CHAPTERS)
            + "".join(f"\n## {name}\n" for name in CHAPTERS)
        },
    ),
    Case(
        "S001-1-C02",
        {"objectives.yml": "pages: {name: 页数, target: = 5页 + 28页, stated: {target: 33页}}\n"},
        figures={"objectives/pages.target": "33页"},
    ),
    Case(
        "S001-1-C03",
        {
            "objectives.yml": "revenue: {name: 年度销售目标, target: 待定}\nproducts: {name: 各产品线, target: 待定}\n",
            "org.yml": "roles: {rep: {name: 销售人员, headcount: 待定}}\n",
            "budget.yml": """\
channels: {name: 渠道拓展成本, lines: {people: {name: 人员费用, amount: 待定}, ads: {name: 宣传, amount: 待定}}}
""",
        },
        figures={"objectives/revenue.target": "待定", "org/total.headcount": "待定", "budget/channels.amount": "待定"},
        unset=5,
    ),
    Case(
        "S002-2-C01",
        {
            "org.yml": """\
roles:
  lead: {name: 市场营销经理}
  researcher: {name: 市场调研员, reports_to: lead}
  product: {name: 产品经理, reports_to: lead}
  promoter: {name: 市场推广经理, reports_to: lead}
""",
            "duties.yml": """\
lead: {strategy: {text: 定市场策略和目标}}
researcher: {survey: {text: 做市场调研与竞争分析}}
product: {life: {text: 管产品的开发与周期}}
""",
        },
        finds=(("DUT104", "“市场推广经理”"),),
    ),
    Case(
        "S002-2-C02",
        {
            "org.yml": """\
roles:
  lead: {name: 市场营销经理}
  researcher: {name: 市场调研员}
  product: {name: 产品经理}
  promoter: {name: 市场推广经理}
"""
        },
        finds=(("ORG110", "4 个岗位"),),
    ),
    Case(
        "S002-3-C01",
        {
            "scheme.md": "# 架构\n\n[总部](#hq)、[区域](#region)、[产品线](#line)、[客服](#service)、[支持](#support)\n"
            + "".join(f"\n## 职能 {{#{unit}}}\n" for unit in ("hq", "region", "line", "service", "support")),
        },
    ),
    Case(
        "S002-3-C02",
        {
            "objectives.yml": """\
kinds: {name: 岗位种类, target: = 4个 + 4个 + 3个 + 3个 + 5个}
boxes: {name: 五个区域与两条产品线的岗位, target: = 4个 + 5 × 4个 + 2 × 3个 + 3个 + 5个}
"""
        },
        figures={"objectives/kinds.target": "19个", "objectives/boxes.target": "38个"},
    ),
    Case(
        "S002-3-C03",
        {
            "shared/dimensions.yml": """\
region: {name: 区域, members: {north: {name: 华北}, south: {name: 华南}}}
line: {name: 产品线, members: {electronics: {name: 电子}, home: {name: 家居}}}
""",
            "objectives.yml": """\
revenue: {name: 销售目标, region: {north: 60万元, south: 40万元}, line: {electronics: 70万元, home: 30万元}}
""",
        },
        figures={"objectives/revenue.target": "100万元", "objectives/revenue.gap/line": "0元"},
    ),
    Case(
        "S002-5-C01",
        {
            "structure.md": "# 三个层级\n\n- [管理层](#top)\n- [部门](#departments)\n- [成员](#members)\n"
            "\n## 高级管理层 {#top}\n\n## 销售部门 {#departments}\n\n## 团队成员 {#members}\n",
        },
    ),
    Case(
        "S002-6-C01",
        {
            "org.yml": """\
roles:
  director: {name: 销售总监}
  manager: {name: 销售经理, reports_to: director}
  supervisor: {name: 销售主管, reports_to: manager}
  rep: {name: 销售代表}
  channels: {name: 渠道经理}
""",
            "duties.yml": """\
manager: {plan: {text: 定销售计划和目标}}
rep: {customers: {text: 开发客户、推进业务}}
channels: {partners: {text: 拓展和管理渠道}}
""",
        },
        finds=(
            ("ORG104", "“销售代表”"),
            ("ORG104", "“渠道经理”"),
            ("DUT104", "“销售总监”"),
            ("DUT104", "“销售主管”"),
        ),
    ),
    Case(
        "S002-7-C01",
        {"objectives.yml": "kinds: {name: 岗位种类, target: = 3个 + 4个 + 3个 + 1个, stated: {target: 11个}}\n"},
        figures={"objectives/kinds.target": "11个"},
    ),
    Case(
        "S002-7-C02",
        {
            "org.yml": """\
roles: {relations: {name: 客户关系专员}, service: {name: 售后服务专员, reports_to: relations}}
""",
            "duties.yml": "relations: {keep: {text: 跟进并维护客户}}\nservice: {follow: {text: 跟进并维护客户}}\n",
        },
        finds=(("DUT102", "客户关系专员、售后服务专员"),),
    ),
    Case("S002-7-C03", {"org.yml": COMPANY}, finds=(("ORG104", "“销售经理”", "“总经理”"),)),
    Case(
        "S002-8-C02",
        {
            "org.yml": """\
units: {layer: {name: 销售管理层}, team: {name: 销售团队}}
roles:
  director: {name: 销售总监}
  area: {name: 区域销售经理, reports_to: director}
  rep: {name: 销售代表, unit: team, reports_to: layer}
"""
        },
        finds=(("ORG107", "“销售代表”", "单位 layer", "应当是岗位"),),
    ),
)
