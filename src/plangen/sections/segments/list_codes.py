"""What a CSV list of customers must look like: the codes of its columns and rows."""

from plangen.findings import Level, declare

COLUMN = declare(
    "SEG114",
    Level.ERROR,
    zh="客户表的列“{column}”{why_zh}",
    en="the column “{column}” of the customers {why_en}",
    fix_zh="列名：id（编号）、name（名称）、tier（等级）、before（上期等级）、value（贡献）、last_contact（上次联系）、"
    "两个维度的编号或名称、note（说明）、source（来源）",
    fix_en="columns: id, name, tier, before, value, last_contact, the two axes (id or name), note, source",
    manual="""A column of a list of customers is not known, stands twice, or the ids are missing.

Why: what stands in a column that nobody reads would be silently missing.
Bad:
    # segments.yml
    outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类}}}
    # 2026/demo/outlets.csv
    id,teir
    shop-1,a
Good:
    # segments.yml
    outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类}}}
    # 2026/demo/outlets.csv
    编号,等级
    shop-1,A类
""",
)

ROW = declare(
    "SEG115",
    Level.ERROR,
    zh="客户“{id}”{why_zh}",
    en="the customer “{id}” {why_en}",
    fix_zh="每个客户一行，编号不空、不重复",
    fix_en="one row a customer, each with an id of its own",
    manual="""A row of a list of customers has no id, or one that another row has.

Why: of two rows for one customer a reader would silently use one.
Bad:
    # segments.yml
    outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类}}}
    # 2026/demo/outlets.csv
    id,tier
    shop-1,a
    shop-1,a
Good:
    # segments.yml
    outlets: {name: 终端, customer_list: outlets.csv, tiers: {a: {name: A类}}}
    # 2026/demo/outlets.csv
    id,tier
    shop-1,a
    shop-2,a
""",
)
