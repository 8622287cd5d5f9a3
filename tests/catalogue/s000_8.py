"""S000-8: how salespeople are assessed: points, weights, deductions, months."""

from catalogue.case import Case

MANAGER = """\
manager:
  name: 区域经理考核表
  period: month
  points: 100分
  criteria:
    daily:
      name: 日常工作
      weight: 70%
      criteria:
        report:
          name: 月报
          points: 60分
          criteria:
            summary: {name: 月工作总结, points: 20分, text: 内容详细}
            plan: {name: 月工作计划, points: 20分, text: 思路清晰}
            proposal: {name: 销售方案, points: 20分, text: 近期可操作}
        review: {name: 审查周报, points: 10分, text: 及时指导}
        training: {name: 每月培训, points: 10分, text: 记录详细}
        on-time: {name: 月报按时, points: 10分, text: 每月 30 日前}
        conduct: {name: 业务员违规, points: 10分, text: 相应扣分}
    attendance: {name: 出勤, weight: 30%, points: 100分, deduct: 4分/天, round: up}
"""
EVENTS = ("终端日报", "网络开发计划", "终端问题", "商务政策", "特殊问题", "返利表")
SELLER = """\
seller:
  name: 业务员考核表
  points: 100分
  criteria:
    management: {name: 销售员管理, points: 70分, text: 按细则}
    dealers:
      name: 经销商管理
      points: 30分
      deduct: 5分/项
      criteria:
""" + "".join(f"        event-{number}: {{name: {name}}}\n" for number, name in enumerate(EVENTS, start=1))
WEEKLY = """\
seller:
  name: 业务员考核表
  criteria:
    weekly:
      name: 周报
      points: 40分
      award: all-or-nothing
      criteria:
        last: {name: 上周总结, points: 10分, text: 认真填写}
        next: {name: 下周计划, points: 10分, text: 认真填写}
"""
CUT = """\
seller:
  name: 业务员考核表
  criteria:
    management:
      name: 销售员管理
      points: 70分
      criteria: {weekly: {name: 周报, points: 40分, award: all-or-nothing}}
"""
EXAMPLES = """\
  examples:
    half-day: {name: 缺勤两天半, results: {attendance: {events: 2.5天}}}
    gone: {name: 缺勤 25 天, results: {attendance: {events: 25天}}}
    month: {name: 缺勤 30 天, results: {attendance: {events: 30天}}}
"""
MONTHS = ", ".join(f"M{month:02}: {score}分" for month, score in enumerate((88.3, 90, 92.1) * 4, start=1))

CASES = (
    Case("S000-8-C01", {"scorecards.yml": MANAGER}, figures={"scorecards/manager.weights": "100%"}),
    Case(
        "S000-8-C02",
        {"scorecards.yml": MANAGER},
        figures={"scorecards/manager/daily.points": "100分", "scorecards/manager/daily/training.share": "7%"},
    ),
    Case(
        "S000-8-C03",
        {"scorecards.yml": MANAGER},
        figures={
            "scorecards/manager/daily/report.points.rollup": "60分",
            "scorecards/manager/daily/report.points.gap": "0分",
            "scorecards/manager/daily/report.worth": "42分",
        },
    ),
    Case(
        "S000-8-C04",
        {"scorecards.yml": SELLER},
        figures={
            "scorecards/seller/dealers/event-6.points": "5分",
            "scorecards/seller/dealers.points.rollup": "30分",
            "scorecards/seller/dealers.exhausted": "6项",
        },
    ),
    Case(
        "S000-8-C05",
        {"scorecards.yml": SELLER},
        figures={"scorecards/seller.points.rollup": "100分", "scorecards/seller/management.share": "70%"},
    ),
    Case(
        "S000-8-C06",
        {"scorecards.yml": WEEKLY},
        finds=(("SCR101", "“周报”是 40 分", "只有 20 分", "还有 20 分"),),
        figures={"scorecards/seller/weekly.points.gap": "20分"},
    ),
    Case(
        "S000-8-C07",
        {"scorecards.yml": CUT},
        finds=(("SCR101", "“销售员管理”是 70 分", "只有 40 分", "还有 30 分"),),
    ),
    Case(
        "S000-8-C10",
        {"scorecards.yml": MANAGER + EXAMPLES},
        figures={
            "scorecards/manager/half-day/attendance.counted": "3天",
            "scorecards/manager/half-day/attendance.earned": "88分",
            "scorecards/manager/gone/attendance.earned": "0分",
            "scorecards/manager/month/attendance.earned": "0分",
            "scorecards/manager/attendance.exhausted": "25天",
        },
    ),
    Case(
        "S000-8-C11",
        {
            "scorecards.yml": MANAGER
            + "  examples: {one: {name: 缺勤一天, results: {daily: {score: 85分}, attendance: {events: 1天}}}}\n"
        },
        figures={"scorecards/manager/one/attendance.earned": "96分", "scorecards/manager/one.earned": "88.3分"},
    ),
    Case(
        "S000-8-C12",
        {"scorecards.yml": MANAGER + f"  annual: mean\n  examples: {{year: {{name: 全年, scores: {{{MONTHS}}}}}}}\n"},
        finds=(("SCR112", "区域经理考核表"),),
        figures={"scorecards/manager/year.earned": "90.13分"},
    ),
)
