"""The finding codes of reading scenarios: what a difference may say, and what it may not."""

from plangen.findings import Level, declare

UNKNOWN = declare(
    "PG501",
    Level.ERROR,
    zh="情景 {scenario} 提到“{name}”，计划里没有{hint_zh}",
    en="the scenario {scenario} names “{name}”, which the plan does not have{hint_en}",
    fix_zh="情景只写与计划不同的地方：改成已有的名字（{known}）；新的条目先写进计划，还没定的写 待定",
    fix_en="a scenario holds differences only: use a name that is there ({known}), or add the item to the plan, TBD "
    "where it is not set",
    manual="""A section, item, member or field in a scenario's file that the plan itself does not have.

Why: a misspelt name would silently change nothing, and a new item could not be compared with the plan.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # 2026/demo/scenarios/stretch.yml
    objectives: {revnue: {target: 150万元}}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # 2026/demo/scenarios/stretch.yml
    objectives: {revenue: {target: 150万元}}
""",
)
SAME = declare(
    "PG502",
    Level.INFO,
    zh="情景 {scenario} 里的 {name} 和计划一样",
    en="{name} in the scenario {scenario} is the same as in the plan",
    fix_zh="删掉这一行：没写的就和计划一样",
    fix_en="remove the line: what is not written is as in the plan",
    manual="""A difference that is none.

Why: it looks like a decision, and stays behind when the plan's own value is changed.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # 2026/demo/scenarios/stretch.yml
    objectives: {revenue: {target: 1000000元}}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # 2026/demo/scenarios/stretch.yml
    objectives: {revenue: {target: 150万元}}
""",
)
SHAPE = declare(
    "PG503",
    Level.ERROR,
    zh="情景 {scenario} 里的 {name} 与计划写法不同：计划里是{below_zh}，这里是{above_zh}",
    en="{name} in the scenario {scenario} is written in another way: the plan has {below_en}, here is {above_en}",
    fix_zh="照计划的写法写；计划里有 {known}，例如 {name}: {{{first}: …}}",
    fix_en="write it as the plan does; the plan has {known}, for example {name}: {{{first}: …}}",
    manual="""A single value over a mapping or a list, or the other way round.

Why: it would take away everything else that the plan says there: the rate, the count, the note.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元, channel: {dealer: {target: 100万元, note: 老客户}}}
    # 2026/demo/scenarios/stretch.yml
    objectives: {revenue: {target: 150万元, channel: {dealer: 150万元}}}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元, channel: {dealer: {target: 100万元, note: 老客户}}}
    # 2026/demo/scenarios/stretch.yml
    objectives: {revenue: {target: 150万元, channel: {dealer: {target: 150万元}}}}
""",
)
RESERVED = declare(
    "PG504",
    Level.ERROR,
    zh="{name} 不能当情景：base 就是计划自己的文件",
    en="{name} cannot be a scenario: base is what the plan's own files are",
    fix_zh="把数写进计划的章节文件，或换一个名字，如 floor、stretch",
    fix_en="write the values into the plan's sections, or take another name such as floor or stretch",
    manual="""A scenario's file called `base.yml`.

Why: the plan's own files are the scenario `base`; two sources of one value would contradict each other.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # 2026/demo/scenarios/base.yml
    objectives: {revenue: {target: 150万元}}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # 2026/demo/scenarios/stretch.yml
    objectives: {revenue: {target: 150万元}}
""",
)
EMPTY = declare(
    "PG507",
    Level.INFO,
    zh="情景 {name} 里没有写任何不同",
    en="the scenario {name} holds no difference yet",
    fix_zh="写上不同的地方，如 objectives: {{revenue: {{growth: 150%}}}}，或删掉文件",
    fix_en="write what differs, such as objectives: {{revenue: {{growth: 150%}}}}, or remove the file",
    manual="""A scenario's file without any section.

Why: the scenario would be the plan itself, and is not shown.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # 2026/demo/scenarios/stretch.yml
    name: 挑战
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # 2026/demo/scenarios/stretch.yml
    name: 挑战
    objectives: {revenue: {target: 150万元}}
""",
)

SIDE_FILE = declare(
    "PG508",
    Level.ERROR,
    zh="情景 {scenario} 不能换表格文件（{name}）",
    en="the scenario {scenario} cannot name another CSV file ({name})",
    fix_zh="只把不同的格子写进情景，如 channel: {{dealer: {{region: {{zhejiang: 30万元}}}}}}",
    fix_en="write only the cells that differ, such as channel: {{dealer: {{region: {{zhejiang: 300000 CNY}}}}}}",
    manual="""A scenario's file that names a file of cells.

Why: a scenario holds differences only; a whole file would hide which of its cells differ from the plan.
Bad:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    channel,target
    dealer,60万元
    # 2026/demo/scenarios/stretch.yml
    objectives: {revenue: {cells: more.csv}}
Good:
    # objectives.yml
    revenue: {name: 销售额, cells: cells.csv}
    # 2026/demo/cells.csv
    channel,target
    dealer,60万元
    # 2026/demo/scenarios/stretch.yml
    objectives: {revenue: {channel: {dealer: {target: 80万元}}}}
""",
)
