"""S000-3 and S000-8: the deadlines of reports, expense claims and assessment forms."""

from catalogue.case import Case

ORG = """\
roles:
  manager: {name: 区域经理}
  rep: {name: 营销人员, reports_to: manager}
"""
CASES = (
    Case(
        "S000-3-C21",
        {
            "org.yml": ORG,
            "routines.yml": """\
month-end: {name: 月末总结连同报销发票, kind: report, role: rep, to: manager, due: 每月底, deliverable: 报销发票}
expenses: {name: 差旅报销, role: rep, to: manager, due: 每个月的5号之前, deliverable: 报销发票}
""",
        },
        finds=(("ROU105", "差旅报销", "每个月的5号之前", "每月底"),),
        figures={"routines/month-end.dates": "12次", "routines/total.due@M02/day-28": "1次"},
    ),
    Case(
        "S000-3-C22",
        {
            "org.yml": ORG,
            "routines.yml": """\
trip: {name: 出差周报, kind: report, role: rep, to: manager, due: 每周六上午, stated: {due: 每周六之前}}
region: {name: 区域周报, kind: report, role: manager, due: 每周日之前, after: trip}
""",
        },
        finds=(("ROU106", "出差周报", "每周六上午", "每周六之前"),),
        figures={"routines/trip.dates": "52次", "routines/region.dates": "52次"},
    ),
    Case(
        "S000-8-C09",
        {
            "routines.yml": """\
fill-in: {name: 考核表, due: 每月30日前}
hand-in: {name: 报送人力资源部, due: 次月8日前, after: fill-in}
"""
        },
        finds=(("ROU102", "每月30日前", "2 月"),),
        figures={"routines/fill-in.dates": "11次", "routines/hand-in.dates": "12次"},
    ),
)
