"""What a CSV file of cells must look like: the codes of its columns and rows."""

from plangen.findings import Level, declare

COLUMN = declare(
    "OBJ166",
    Level.ERROR,
    zh="格子表的列“{column}”{why_zh}",
    en="the column “{column}” of the cells {why_en}",
    fix_zh="列名：维度（编号或名称）、period（期间）、target（目标）、note（说明）、source（来源）",
    fix_en="columns: axes (id or name), period, target, note, source",
    manual="""A column of a CSV file with cells is no axis and no measure, stands twice, or is missing.

Why: numbers of a column that nobody reads would be silently missing.
Bad:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    channel,regoin,target
    dealer,zhejiang,60万元
Good:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    渠道,区域,目标
    dealer,zhejiang,60万元
""",
)

ROW = declare(
    "OBJ167",
    Level.ERROR,
    zh="格子“{cell}”{why_zh}",
    en="the cell “{cell}” {why_en}",
    fix_zh="每一格只写一次，每一行都写全成员",
    fix_en="write each cell once, and all members in each row",
    manual="""A cell of a CSV file stands twice, also in YAML, or a row leaves out a member or uses a name of several.

Why: of two numbers for one cell a reader would silently use one.
Bad:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    channel,region,target
    dealer,zhejiang,60万元
    dealer,zhejiang,70万元
Good:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    channel,region,target
    dealer,zhejiang,60万元
    own-store,zhejiang,70万元
""",
)

GAPS = declare(
    "OBJ168",
    Level.WARNING,
    zh="{expected} 格里有 {missing} 格没有行：{first_zh}；它们按待定计",
    en="{missing} of {expected} cells have no row: {first_en}; they count as unset",
    fix_zh="补上这些行；没有就写 0，还没定就写 待定",
    fix_en="add the rows; write 0 where there is nothing, TBD while it is unknown",
    manual="""Some combinations of the members that a CSV file names have no row.

Why: a cell that is left out looks like a zero.
Bad:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    channel,region,target
    dealer,zhejiang,60万元
    own-store,jiangsu,70万元
Good:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    channel,region,target
    dealer,zhejiang,60万元
    dealer,jiangsu,0万元
    own-store,zhejiang,待定
    own-store,jiangsu,70万元
""",
)

Why = tuple[str, str]
UNKNOWN: Why = ("没人读", "is read by nobody")
NO_AXIS: Why = ("应有至少一个维度", "needs at least one axis beside it")
NO_TARGET: Why = ("缺少", "is missing")
AGAIN: Why = ("写了两次", "stands twice")
EMPTY: Why = ("没写成员", "has no member")
SHARED: Why = ("认不出", "cannot be told")
