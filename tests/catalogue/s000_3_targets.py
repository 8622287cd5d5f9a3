"""S000-3: what a regional market plan has to sell, by channel, person and month."""

from catalogue.case import Case

HALF = "name: 华东开发\nperiod: M06..M12\n"
SIX = "name: 华东开发\nperiod: M07..M12\n"
SHARED = """\
channel: {name: 渠道, members: {store: {name: 直营店}, end-user: {name: 终端}, dealer: {name: 经销商}}}
"""
REVENUE = """\
revenue:
  name: 销售指标
  target: 1092万元
  channel:
    store: {target: 180万元, rate: 7.5万元/人/月, heads: 4人}
    end-user: {target: 720万元, rate: 30万元/人/月, heads: 4人}
    dealer: {target: 192万元, rate: 8万元/家/月, heads: 4家}
"""
CHANNELS = {"plan.yml": HALF, "shared/dimensions.yml": SHARED}
QUOTA = """\
store: {name: 直营店定额, target: 7.5万元/人/月}
end-user: {name: 终端定额, target: 30万元/人/月}
quota: {name: 每人定额, target: = store + end-user, stated: {target: 37.5万元/人/月}}
"""
SEVEN_MONTHS = ("OBJ102", "1,274 万元", "1,092 万元", "差 182 万元")

CASES = (
    Case(
        "S000-3-C01",
        CHANNELS
        | {
            "objectives.yml": """\
revenue: {name: 指标, target: 1092万元, channel: {store: 180万元, end-user: 720万元, dealer: 192万元}}
"""
        },
        figures={"objectives/revenue.target.rollup/channel": "1092万元", "objectives/revenue.gap/channel": "0元"},
    ),
    Case(
        "S000-3-C02",
        {
            "objectives.yml": """\
provinces: {name: 省, target: 6个}
cities: {name: 直辖市, target: 2个}
territory: {name: 区域, target: = provinces + cities, stated: {target: 8个}}
"""
        },
        figures={"objectives/territory.target": "8个"},
    ),
    Case(
        "S000-3-C04",
        CHANNELS | {"plan.yml": SIX, "objectives.yml": REVENUE},
        figures={
            "objectives/revenue.work/store": "24人·月",
            "objectives/revenue.work/end-user": "24人·月",
            "objectives/revenue.work/dealer": "24家·月",
            "objectives/revenue.work.each/store": "6月",
            "objectives/revenue.work.each/dealer": "6月",
        },
    ),
    Case(
        "S000-3-C05",
        CHANNELS | {"objectives.yml": REVENUE},
        finds=(SEVEN_MONTHS,),
        figures={"objectives/revenue.months": "7月", "objectives/revenue.implied": "1274万元"},
    ),
    Case(
        "S000-3-C06",
        {"objectives.yml": QUOTA},
        figures={"objectives/quota.target": "37.5万元/人/月"},
    ),
    Case(
        "S000-3-C07",
        {
            "objectives.yml": QUOTA
            + """\
own: {name: 店与终端, target: = quota × 4人 × 6月, stated: {target: 900万元}}
all: {name: 全部, target: = own + 192万元, stated: {target: 1092万元}}
"""
        },
        figures={"objectives/own.target": "900万元", "objectives/all.target": "1092万元"},
    ),
    Case(
        "S000-3-C08",
        CHANNELS | {"plan.yml": SIX, "objectives.yml": REVENUE},
        figures={
            "objectives/revenue.share/store": "16.48%",
            "objectives/revenue.share/end-user": "65.93%",
            "objectives/revenue.share/dealer": "17.58%",
        },
    ),
    Case(
        "S000-3-C09",
        {
            "objectives.yml": """\
store: {name: 每店, target: = 180万元 ÷ 3家}
customers: {name: 终端客户, target: 13家以上}
end-user: {name: 每个终端客户, target: "= round(720万元 ÷ customers, 0.1万元/家)"}
dealer: {name: 每个经销商, target: = 192万元 ÷ 4家}
"""
        },
        figures={
            "objectives/store.target": "60万元/家",
            "objectives/end-user.target": "0–55.4万元/家",
            "objectives/dealer.target": "48万元/家",
        },
    ),
    Case(
        "S000-3-C16",
        {
            "objectives.yml": """\
each-city: {name: 每个城市, target: 至少2家/个}
each: {name: 每个客户, target: 不少于10万元/家/月}
floor: {name: 六月每人至少, target: = 2个 × each-city × each}
over: {name: 比终端定额多, target: = floor - 30万元/月}
"""
        },
        figures={"objectives/floor.target": "≥40万元/月", "objectives/over.target": "≥10万元/月"},
    ),
    Case(
        "S000-3-C17",
        {
            "objectives.yml": """\
july: {name: 七月每人, target: = 20万元/人/月 + 5万元/人/月, stated: {target: 37.5万元/人/月}}
august: {name: 八月每人, target: = july + 5万元/人/月, stated: {target: 37.5万元/人/月}}
july-with-dealers: {name: 七月连经销商, target: = july, stated: {target: 45.5万元/人/月}}
"""
        },
        finds=(
            ("OBJ103", "25 万元/人/月", "37.5 万元/人/月", "差 12.5 万元/人/月"),
            ("OBJ103", "30 万元/人/月", "差 7.5 万元/人/月"),
            ("OBJ103", "25 万元/人/月", "45.5 万元/人/月", "差 20.5 万元/人/月"),
        ),
    ),
    Case(
        "S000-3-C18",
        {
            "objectives.yml": """\
late: {name: 年底每人每月, target: = 30万元/月 + 10万元/月 + 20万元/月}
over: {name: 比全部定额多, target: = late - 45.5万元/月}
"""
        },
        figures={"objectives/late.target": "60万元/月", "objectives/over.target": "14.5万元/月"},
    ),
    Case(
        "S000-3-C31",
        {
            "objectives.yml": """\
store: {name: 直营店, target: 7.5万元/月, stated: {target: 5万元/月}}
end-july: {name: 终端七月, target: 30万元/月, stated: {target: 20万元/月}}
end-late: {name: 终端年底, target: 30万元/月, stated: {target: 50万元/月}}
dealer-july: {name: 经销商七月, target: 8万元/月, stated: {target: 5万元/月}}
dealer-late: {name: 经销商年底, target: 8万元/月, stated: {target: 10万元/月}}
"""
        },
        finds=(
            ("OBJ103", "7.5 万元/月", "写 5 万元/月"),
            ("OBJ103", "30 万元/月", "写 20 万元/月"),
            ("OBJ103", "30 万元/月", "写 50 万元/月"),
            ("OBJ103", "8 万元/月", "写 5 万元/月"),
            ("OBJ103", "8 万元/月", "写 10 万元/月"),
        ),
    ),
    Case(
        "S000-3-C32",
        CHANNELS
        | {
            "objectives.yml": REVENUE,
            "phases.yml": """\
first-quota: {name: 九月上旬考核的三个月, start: 2026-06-01, end: 2026-08-31, stated: {lasts: 3个月}}
""",
        },
        finds=(SEVEN_MONTHS,),
        figures={"objectives/revenue.months": "7月", "objectives/revenue.work.each/store": "6月"},
    ),
    Case(
        "S000-3-C33",
        {
            "objectives.yml": QUOTA
            + """\
two-months: {name: 两个月的下限, target: = 80% × quota × 2月}
three-months: {name: 三个月的下限, target: = 100% × quota × 3月}
"""
        },
        figures={
            "objectives/two-months.target": "60万元/人",
            "objectives/three-months.target": "112.5万元/人",
        },
    ),
)
