"""Codes of what cannot be read as a register."""

from plangen.findings import Level, declare

NO_FORMULA = declare(
    "REG100",
    Level.ERROR,
    zh="“{text}”不是公式",
    en="“{text}” is no formula",
    fix_zh="以 = 开头，用列的 id：= price × count",
    fix_en="begin with = and use the ids of columns: = price × count",
    manual="""The `formula` of a column does not begin with `=`.

Why: a text that only looks like a formula would be shown and never computed.
Bad:
    # register.yml
    cars:
      name: 车辆
      columns: {price: {name: 单价, type: quantity}, twice: {name: 两倍, type: quantity, formula: price × 2}}
Good:
    # register.yml
    cars:
      name: 车辆
      columns: {price: {name: 单价, type: quantity}, twice: {name: 两倍, type: quantity, formula: = price × 2}}
""",
)
RESERVED = declare(
    "REG101",
    Level.ERROR,
    zh="列不能叫“{name}”：这个词另有用处",
    en="no column can be called “{name}”: the word means something else",
    fix_zh="换一个 id，例如 {plain}；读者看到的是 name",
    fix_en="take another id, such as {plain}; readers see the name",
    manual="""The id of a column means something else in every entry: `source`, `owner`, `note`, `was`, `address` …

Why: nobody could tell the cell of the column from what the word means in every other file.
Bad:
    # register.yml
    cars: {name: 车辆, columns: {owner: {name: 保管人, type: role}}}
Good:
    # register.yml
    cars: {name: 车辆, columns: {keeper: {name: 保管人, type: role}}}
""",
)
NO_COLUMN = declare(
    "REG102",
    Level.ERROR,
    zh="表里没有“{name}”这一列{hint_zh}",
    en="the register has no column “{name}”{hint_en}",
    fix_zh="改成已有的列（{known}），或先在 columns 里加上它",
    fix_en="use a column that there is ({known}), or add it to columns first",
    manual="""A row has a cell under a name that is no column.

Why: a cell that no column shows would be silently missing.
Bad:
    # register.yml
    cars: {name: 车辆, columns: {plate: {name: 车牌}}, rows: {van: {plat: 沪A12345}}}
Good:
    # register.yml
    cars: {name: 车辆, columns: {plate: {name: 车牌}}, rows: {van: {plate: 沪A12345}}}
""",
)
COMPUTED = declare(
    "REG103",
    Level.ERROR,
    zh="“{name}”这一列由公式算出，行里不能再写",
    en="the column “{name}” is computed, so that no row can write it",
    fix_zh="删去这一格，或去掉列的 formula",
    fix_en="delete the cell, or the formula of the column",
    manual="""A row writes a cell of a column that has a formula.

Why: of two values for one cell a reader would silently see one.
Bad:
    # register.yml
    cars:
      name: 车辆
      columns: {price: {name: 单价, type: quantity}, twice: {name: 两倍, type: quantity, formula: = price × 2}}
      rows: {van: {price: 6万元, twice: 13万元}}
Good:
    # register.yml
    cars:
      name: 车辆
      columns: {price: {name: 单价, type: quantity}, twice: {name: 两倍, type: quantity, formula: = price × 2}}
      rows: {van: {price: 6万元}}
""",
)
NO_NUMBER = declare(
    "REG104",
    Level.ERROR,
    zh="公式里的“{name}”{why_zh}{hint_zh}",
    en="“{name}” in the formula {why_en}{hint_en}",
    fix_zh="用有数的列的 id（{known}），或写完整的地址",
    fix_en="use the id of a column with numbers ({known}), or a full address",
    manual="""The formula of a column names what is no column of its register, or a column without numbers.

Why: a name that means nothing gives no number in any row.
Bad:
    # register.yml
    cars:
      name: 车辆
      columns: {price: {name: 单价, type: quantity}, twice: {name: 两倍, type: quantity, formula: = prise × 2}}
Good:
    # register.yml
    cars:
      name: 车辆
      columns: {price: {name: 单价, type: quantity}, twice: {name: 两倍, type: quantity, formula: = price × 2}}
""",
)
CSV = declare(
    "REG112",
    Level.ERROR,
    zh="表格的{sort_zh}{name}{why_zh}",
    en="the {sort_en}{name_en} of the CSV file {why_en}",
    fix_zh="第一行写 id 和各列（id 或名称），每行一个 id，各写一次",
    fix_en="write id and the columns (id or name) in the first line, then one row for each id, each once",
    manual="""The CSV file of a register has no `id`, a column that the register does not have, or one or a row twice.

Why: numbers of a column or a row that nobody reads would be silently missing.
Bad:
    # register.yml
    cars: {name: 车辆, columns: {plate: {name: 车牌}}, cells: cars.csv}
    # 2026/demo/cars.csv
    id,车牌,数量
    van,沪A12345,2
Good:
    # register.yml
    cars: {name: 车辆, columns: {plate: {name: 车牌}}, cells: cars.csv}
    # 2026/demo/cars.csv
    id,车牌
    van,沪A12345
""",
)
