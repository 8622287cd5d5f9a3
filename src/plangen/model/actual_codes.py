"""The finding codes of reading actuals: columns, empty cells, and what a row speaks of."""

from plangen.findings import Level, declare

COLUMN_MISSING = declare(
    "ACT101",
    Level.ERROR,
    zh="实际数的表缺少列：{column}",
    en="the table of actuals lacks the column {column}",
    fix_zh="加上它：address（或 objective 与 period）、value、as_of（截至）都要有",
    fix_en="add it: address (or objective and period), value and as_of are needed",
    manual="""A file of actuals does not say of what, how much, or as of which day.

Why:
    A number without its as-of date cannot be told from a newer one; half a month would be judged as a whole one.

Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 120万元}
    # 2026/demo/actuals/sales.csv
    address,value
    objectives/revenue@M01,9万元

Good:
    # objectives.yml
    revenue: {name: 销售额, target: 120万元}
    # 2026/demo/actuals/sales.csv
    address,value,as_of
    objectives/revenue@M01,9万元,2026-01-31
""",
)
COLUMN_UNKNOWN = declare(
    "ACT102",
    Level.ERROR,
    zh="实际数的表里不认识的列“{column}”{near_zh}",
    en="the table of actuals has an unknown column “{column}”{near_en}",
    fix_zh="可用：{known}",
    fix_en="known are {known}",
    manual="""A column of a file of actuals that nothing reads, or one beside `address` that says the same again.

Why:
    A misspelt column would silently lose what it says: the sales of one channel would count as those of all.

Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 120万元}
    # 2026/demo/actuals/sales.csv
    objective,periode,value,as_of
    revenue,M01,9万元,2026-01-31

Good:
    # objectives.yml
    revenue: {name: 销售额, target: 120万元}
    # 2026/demo/actuals/sales.csv
    objective,period,value,as_of
    revenue,M01,9万元,2026-01-31
""",
)
CELL_EMPTY = declare(
    "ACT103",
    Level.ERROR,
    zh="“{column}”这一格不能空，也不能待定",
    en="the cell under “{column}” cannot be empty or not set",
    fix_zh="写上它；数还没出来，就在 value 里写 待定，as_of 写问的那一天",
    fix_en="fill it in; where the number is not known yet write TBD as value and the day of asking as as_of",
    manual="""A row of actuals without its as-of date, its objective or its address.

Why:
    As-of dates decide which of two numbers counts, and whether a month is over.

Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 120万元}
    # 2026/demo/actuals/sales.csv
    address,value,as_of
    objectives/revenue@M01,9万元,

Good:
    # objectives.yml
    revenue: {name: 销售额, target: 120万元}
    # 2026/demo/actuals/sales.csv
    address,value,as_of
    objectives/revenue@M01,9万元,2026-01-31
""",
)
