"""Two handbooks that leave out half of what a plan can have: a manual without a figure, and figures without people."""

_SETTINGS = "site_name: {title}\ndocs_dir: content\ntheme: {{name: material}}\nplugins: [search, plangen]\n"
_HEAD = "format: 1\ntitle: {title}\nlanguage: zh-Hans\ncurrent: 2026\nas_of: 2026-03-02\n"

_PLAN = "name: 售后部\ntitle: 售后服务手册\nsummary: 谁接电话、谁上门、谁收尾。\nowner: manager\n"
_ORG = """\
units:
  service: {name: 售后部, note: 接待、派工、回访}
roles:
  manager: {name: 售后主管, unit: service, fact: 排班和升级投诉}
  clerk: {name: 接待员, unit: service, reports_to: manager, fact: 第一个接电话的人}
  fitter: {name: 安装工, unit: service, reports_to: manager}
"""
_DUTIES = """\
manager:
  rota: {text: 排好下周的班，缺人当天补上, frequency: 每周五, tags: 排班}
  escalation: {text: 接手接待员答复不了的投诉, frequency: 每次升级时, tags: 投诉}
clerk:
  answer: {text: 来电先记下再答复，答不了的不许拖, frequency: 每次来电, to: manager, deliverable: 来电记录, tags: 投诉}
  call-back: {text: 完工后回访客户, frequency: 每单, tags: 回访}
fitter:
  tidy: {text: 装完清理现场，请客户当面验收, frequency: 每单, deliverable: 验收单}
"""
_POLICIES = """\
manners:
  name: 上门规矩
  scope: fitter
  rules:
    shoes: {text: 进门穿鞋套，工具不放在客户的家具上}
    gifts: {text: 不收客户的礼物和小费, note: 推不掉的交主管登记}
promises:
  name: 承诺
  rules:
    dates: {text: 没有排上班的日期不许答应客户}
"""
_ROUTINES = """\
rota: {name: 排班会, kind: meeting, role: manager, to: [clerk, fitter], due: 每周五, agenda: [下周的单子, 谁请假]}
record: {name: 来电记录, kind: report, role: clerk, to: manager, due: 每天, deliverable: 来电记录}
"""
_PROCEDURES = """\
complaint:
  name: 投诉处理
  begins: 客户来电投诉
  owner: manager
  steps:
    record: {text: 记下客户怎么说, actor: clerk, deliverable: 来电记录}
    answer: {text: 给出办法, actor: manager}
    confirm: {text: 请客户确认, outside: 客户, condition: 不满意就重新给办法, back_to: answer}
"""
_DOCUMENTS = """\
log: {name: 来电记录, kind: form, cycle: daily, due: 下班前, owner: clerk, to: manager, contains: [来电人, 原话]}
card: {name: 验收单, kind: form, cycle: event, owner: fitter, contains: [客户签名, 遗留问题]}
"""
_NARRATIVE = """\
售后部靠三件事让客户放心：电话有人接，答应的日子做得到，装完有人回访。

新来的人先读 {{ service:org/clerk }} 的职责，再读[投诉怎么处理](procedures.md)。
"""

MANUAL = {
    "mkdocs.yml": _SETTINGS.format(title="售后手册"),
    "content/handbook.yml": _HEAD.format(title="售后手册"),
    "content/2026/index.md": "手册写给每天和客户打交道的人，不写指标。\n",
    "content/2026/service/plan.yml": _PLAN,
    "content/2026/service/index.md": _NARRATIVE,
    "content/2026/service/words.md": "# 怎么说话\n\n先听完，再复述一遍客户的话，最后说什么时候答复。\n",
    "content/2026/service/org.yml": _ORG,
    "content/2026/service/duties.yml": _DUTIES,
    "content/2026/service/policies.yml": _POLICIES,
    "content/2026/service/routines.yml": _ROUTINES,
    "content/2026/service/procedures.yml": _PROCEDURES,
    "content/2026/service/documents.yml": _DOCUMENTS,
}
"""Organisation, duties, rules, routines, procedures, documents and text; not one figure is typed."""

_OBJECTIVES = """\
revenue:
  name: 销售额
  target: 600万元
  phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 30%}
  channel:
    shop: {target: 240万元, rate: 5万元/家/月, count: 4家}
    dealer: {target: 360万元, rate: 10万元/家/月, count: 3家}
margin: {name: 毛利率, target: 32%}
"""
_BUDGET = """\
running:
  name: 日常费用
  share_of: objectives/revenue.target
  lines:
    rent: {name: 房租, price: 8000元/月, periods: 12月}
    travel: {name: 差旅, price: 3000元/月, periods: 12月}
"""
_KPIS = """\
attainment:
  name: 完成率
  definition: 累计销售额除以同期目标
  unit: "%"
  better: higher
  frequency: 每月
  target: 100%
  warn: 90%
  response: 逐个渠道找原因，当月补上
  within: 5天
  value: 94%
  as_of: 2026-02-28
cost-rate:
  name: 费用率
  definition: 费用除以销售额
  unit: "%"
  better: lower
  frequency: 每季
  target: 3%
  value: 2.5%
  as_of: 2026-02-28
"""

NUMBERS = {
    "mkdocs.yml": _SETTINGS.format(title="数字计划"),
    "content/handbook.yml": _HEAD.format(title="数字计划"),
    "content/shared/dimensions.yml": "channel: {name: 渠道, members: {shop: {name: 门店}, dealer: {name: 经销商}}}\n",
    "content/2026/sales/plan.yml": "name: 销售\ntitle: 年度销售计划\nperiod: FY\n",
    "content/2026/sales/objectives.yml": _OBJECTIVES,
    "content/2026/sales/budget.yml": _BUDGET,
    "content/2026/sales/kpis.yml": _KPIS,
}
"""Objectives, budget and KPIs; nobody is named and nothing is told."""
