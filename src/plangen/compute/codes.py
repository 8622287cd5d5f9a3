"""The finding codes of computing."""

from plangen.findings import Level, declare

MIXED_UNITS = declare(
    "PG215",
    Level.ERROR,
    zh="单位对不上：{left} 与 {right} 不能放在一起算",
    en="the units do not fit: {left} and {right} cannot be computed together",
    fix_zh="把两处写成同一种单位；单价要写清“元/人/月”这样的每单位",
    fix_en="write both in the same kind of unit; a rate names what it is per, such as CNY/person/month",
    manual="""Two figures whose units cannot be added, compared or divided.

Why: 7 家 + 3 万元 is no number.
Bad:
    # budget.yml
    setup:
      name: 筹备
      lines:
        rent: {name: 房租, price: 1500元/月, periods: 3月}
        desk: {name: 办公桌, amount: 400元/月}
Good:
    # budget.yml
    setup:
      name: 筹备
      lines:
        rent: {name: 房租, price: 1500元/月, periods: 3月}
        desk: {name: 办公桌, amount: 400元}
""",
)
CYCLE = declare(
    "PG307",
    Level.ERROR,
    zh="绕成了圈：{path}",
    en="a circle: {path}",
    fix_zh="让其中一个数自己填写，不再由别的数推出",
    fix_en="let one of them be typed instead of computed",
    manual="""Figures that are computed from each other.

Why: none of them has a value to start from.
""",
)
TWO_SOURCES = declare(
    "PG223",
    Level.ERROR,
    zh="{address} 有两个来源，第一个在 {first}",
    en="{address} has two sources, the first at {first}",
    fix_zh="只留一处：要么填写，要么让它算出来",
    fix_en="keep one: type it or let it be computed",
    manual="""One address that is given twice.

Why: one address has one value, or nobody knows which counts.
Bad:
    # objectives.yml
    revenue:
      name: 销售额
      target: 100万元
      region: {zhejiang: {target: 100万元}}
      spread: [{axis: region, rule: even, members: [zhejiang]}]
Good:
    # objectives.yml
    revenue:
      name: 销售额
      target: 100万元
      region: {zhejiang: {target: 100万元}}
""",
)
DIVISION = declare(
    "PG302",
    Level.ERROR,
    zh="除数{is_zh}：{left} ÷ {right}",
    en="the divisor {is_en}: {left} ÷ {right}",
    fix_zh="分母填零就没有占比：改分母，或写 待定",
    fix_en="there is no share of zero: change the divisor or write TBD",
    manual="""A division by zero, or by what may be zero: 0张, ≤100万元.

Why: the result is no number, and zero would be a lie.
Bad:
    # budget.yml
    setup:
      name: 筹备
      lines: {desks: {name: 办公桌, quantity: 0张, amount: 3600元}}
Good:
    # budget.yml
    setup:
      name: 筹备
      lines: {desks: {name: 办公桌, quantity: 6张, amount: 3600元}}
""",
)
NOT_ENDING = declare(
    "PG308",
    Level.ERROR,
    zh="{left} ÷ {right} 除不尽，公式没有说怎样取整",
    en="{left} ÷ {right} does not end, and the formula does not say how to round",
    fix_zh="用 round(…, 0.1万元) 写明取到哪一位，或用 share(…) 算占比（取到 0.01%）",
    fix_en="say how far with round(…, 1000 CNY), or use share(…) for a share (rounded to 0.01%)",
    manual="""A formula whose result is no finite decimal.

Why: figures are exact; a silent rounding would show up later as parts that miss their total.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: '= 100万元 ÷ 3'}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: '= round(100万元 ÷ 3, 0.1万元)'}
""",
)
WRONG_UNIT = declare(
    "PG309",
    Level.ERROR,
    zh="公式得出的单位是 {unit}，这里要的是 {expected} 这样的数",
    en="the formula gives {unit}, a value such as {expected} is needed here",
    fix_zh="检查公式里各数的单位，例如 7.5万元/人/月 × 4人 × 7月 得出元",
    fix_en="check the units in the formula: 75000 CNY/person/month × 4 people × 7 months gives CNY",
    manual="""A formula whose result has a unit that its field cannot have.

Why: a number without a unit in the place of an amount is a wrong number that looks right.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: '= 2 × 10'}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: '= 2 × 10万元'}
""",
)
NEGATIVE_WEIGHT = declare(
    "PG320",
    Level.ERROR,
    zh="权重 {weight} 小于零，不能加权平均",
    en="the weight {weight} is below zero: there is no weighted mean",
    fix_zh="用不会小于零的数作权重，如销售额、人数",
    fix_en="weigh by what is never below zero, such as revenue or heads",
    manual="""A weighted mean whose weight is, or may be, below zero.

Why: weights of 2 and −1 would make a mean that is larger than every part.
Bad:
    # objectives.yml
    growth: {name: 净增, target: 10万元, channel: {own-store: 20万元, dealer: -10万元}}
    margin:
      name: 毛利率
      aggregate: {members: weighted, weight: growth}
      channel: {own-store: 30%, dealer: 20%}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 30万元, channel: {own-store: 20万元, dealer: 10万元}}
    margin:
      name: 毛利率
      aggregate: {members: weighted, weight: revenue}
      channel: {own-store: 30%, dealer: 20%}
""",
)
