"""The finding codes of reading fields: values, ids, missing and unknown keys."""

from plangen.findings import Level, declare

UNKNOWN_KEY = declare(
    "PG112",
    Level.ERROR,
    zh="不认识的键“{key}”{hint_zh}",
    en="unknown key “{key}”{hint_en}",
    fix_zh="改成这里能用的键：{known}",
    fix_en="use one of the keys that fit here: {known}",
    manual="""A key that the section does not know.

Why: a misspelt key would silently lose its value.
Bad:
    # objectives.yml
    revenue: {name: 销售额, targt: 100万元}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
""",
)
DATE = declare(
    "PG208",
    Level.ERROR,
    zh="“{text}”不是日历上的一天",
    en="“{text}” is no day of the calendar",
    fix_zh="按 2025-05-08 的样子写；还没定就写 待定",
    fix_en="write it like 2025-05-08, or TBD while it is not known",
    manual="""A date that does not exist or is not written as year-month-day.

Why: a date that is guessed moves a deadline.
Bad:
    # phases.yml
    opening: {name: 开拓期, start: 2026-02-30, end: 2026-03-31}
Good:
    # phases.yml
    opening: {name: 开拓期, start: 2026-02-28, end: 2026-03-31}
""",
)
MISSING = declare(
    "PG210",
    Level.ERROR,
    zh="缺少必填的“{field}”",
    en="the required field “{field}” is missing",
    fix_zh="补上 {field}；数还没定就写 待定",
    fix_en="add {field}; a number that is not known yet is written TBD",
    manual="""A field that every item of this kind needs.

Why: an item without a name or a date cannot be shown or checked.
Bad:
    # objectives.yml
    revenue: {target: 100万元}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
""",
)
EMPTY = declare(
    "PG218",
    Level.ERROR,
    zh="值是空的",
    en="the value is empty",
    fix_zh="还没定就写 待定；不需要就删掉这个键",
    fix_en="write TBD while it is not known, or remove the key",
    manual="""A key without a value.

Why: an empty value is neither zero nor "not known yet": say which.
Bad:
    # objectives.yml
    revenue:
      name: 销售额
      target:
Good:
    # objectives.yml
    revenue:
      name: 销售额
      target: 待定
""",
)
SHAPE = declare(
    "PG219",
    Level.ERROR,
    zh="这里应当是{expected_zh}",
    en="this should be {expected_en}",
    fix_zh="对照该章的示例改写：plangen new section 能给出样例",
    fix_en="compare with the section's example: plangen new section writes one",
    manual="""A mapping, list or single value where another one is expected.

Why: the value cannot be read without guessing.
Bad:
    # objectives.yml
    revenue: [销售额, 100万元]
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
""",
)
CHOICE = declare(
    "PG220",
    Level.ERROR,
    zh="“{text}”不在可选的词里",
    en="“{text}” is none of the words that fit here",
    fix_zh="可选：{expected}",
    fix_en="one of: {expected}",
    manual="""A word that is none of a fixed list.

Why: an unknown rule would be ignored or guessed.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元, rollup: kids}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
""",
)
FORMAT_UNKNOWN = declare(
    "PG221",
    Level.ERROR,
    zh="内容格式是第 {text} 版，这个 plangen 只认识第 {known} 版",
    en="the content has format {text}; this plangen knows format {known}",
    fix_zh="用认识该格式的 plangen，或把 format 改回 {known} 并按格式说明核对",
    fix_en="use a plangen that knows it, or set format to {known} and compare with the format's documentation",
    manual="""A handbook of a format version that this tool does not know.

Why: reading it anyway could silently misread numbers.
Bad:
    # handbook.yml
    format: 99
    title: 手册
Good:
    # handbook.yml
    format: 1
    title: 手册
""",
)
YEAR = declare(
    "PG222",
    Level.ERROR,
    zh="“{text}”不是四位的年份",
    en="“{text}” is no year of four digits",
    fix_zh="写成 2026",
    fix_en="write it like 2026",
    manual="""A plan year that is not written with four digits.

Why: the year names the version of the handbook.
Bad:
    # handbook.yml
    format: 1
    title: 手册
    current: 26
Good:
    # handbook.yml
    format: 1
    title: 手册
    current: 2026
""",
)
NO_HANDBOOK = declare(
    "PG224",
    Level.ERROR,
    zh="这里没有手册：找不到 handbook.yml",
    en="there is no handbook here: handbook.yml is missing",
    fix_zh="用 plangen new handbook 建一个，或用 plangen -C 指到手册文件夹",
    fix_en="make one with plangen new handbook, or point to its folder with plangen -C",
    manual="""A content folder without `handbook.yml`.

Why: the handbook's format and language stand there.
""",
)
UNKNOWN_SECTION = declare(
    "PG225",
    Level.ERROR,
    zh="没有名为“{name}”的章节",
    en="there is no section kind for “{name}”",
    fix_zh="文件名就是章节名，可用：{known}",
    fix_en="the file's name is the kind; known: {known}",
    manual="""A YAML file in a plan's folder whose name is no section kind.

Why: it would silently not be published.
Bad:
    # objective.yml
    revenue: {name: 销售额, target: 100万元}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
""",
)
NO_PLAN = declare(
    "PG226",
    Level.ERROR,
    zh="文件夹 {folder} 里没有 plan.yml，{name} 不属于任何计划",
    en="the folder {folder} has no plan.yml, so {name} belongs to no plan",
    fix_zh="在该文件夹建 plan.yml（plangen new plan），或把文件移到计划的文件夹里",
    fix_en="make a plan.yml there (plangen new plan), or move the file into a plan's folder",
    manual="""A narrative or a section in a folder that is no plan. Each folder is named once, with its first file.

Why: it would silently not be published.
""",
)
MISPLACED = declare(
    "PG227",
    Level.ERROR,
    zh="{name} 放在这里不会被读到",
    en="{name} is not read where it lies",
    fix_zh="计划放进 2026/ 这样的年度文件夹，维度写在 shared/dimensions.yml",
    fix_en="plans go into a year's folder such as 2026/, dimensions into shared/dimensions.yml",
    manual="""A file in the content folder that belongs to no plan year (1900 to 2999) and is not read otherwise.

Why: it would silently not be published.
""",
)
PERIOD = declare(
    "PG229",
    Level.ERROR,
    zh="“{text}”不是一段期间",
    en="“{text}” is no period",
    fix_zh="写成 FY、H1、Q3、M06 或 M06..M12，起点在前",
    fix_en="write FY, H1, Q3, M06 or M06..M12, the start first",
    manual="""A period that is not written as the plan year's months, quarters or halves.

Why: a target without a period cannot be compared with anything.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元, period: 6-12月}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元, period: M06..M12}
""",
)
PERIOD_TWICE = declare(
    "PG234",
    Level.ERROR,
    zh="期间 {period} 写了两次：“{key}”，第一次在 {first}",
    en="the period {period} stands twice: “{key}”, first at {first}",
    fix_zh="留一个，把两处的数合成一个",
    fix_en="keep one of them, with what both should say together",
    manual="""A mapping from periods that names one period twice, in other words.

Why: M01..M03 are Q1; one of the two numbers would be lost silently.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元, phasing: {Q1: 40%, M01..M03: 40%, Q2..Q4: 60%}}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元, phasing: {Q1: 40%, Q2..Q4: 60%}}
""",
)
LANGUAGE = declare(
    "PG280",
    Level.ERROR,
    zh="“{text}”不是能发布的语言",
    en="“{text}” is no language that a handbook can be published in",
    fix_zh="用这几个语言代号：{known}",
    fix_en="use one of these languages: {known}",
    manual="""A text in a language that no handbook is published in.

Why: nobody would ever see it.
Bad:
    # objectives.yml
    revenue: {name: {zh-Hans: 销售额, english: Revenue}, target: 100万元}
Good:
    # objectives.yml
    revenue: {name: {zh-Hans: 销售额, en: Revenue}, target: 100万元}
""",
)
OWN_LANGUAGE = declare(
    "PG281",
    Level.ERROR,
    zh="这段文字缺少手册本身的语言 {language}",
    en="this text lacks the handbook's own language, {language}",
    fix_zh="补上 {language}: …；别的语言没写时显示它",
    fix_en="add {language}: …; it is shown where another language is missing",
    manual="""A text in several languages without the handbook's own.

Why: tables name things by it, and it stands in wherever another language is missing.
Bad:
    # objectives.yml
    revenue: {name: {en: Revenue}, target: 100万元}
Good:
    # objectives.yml
    revenue: {name: {zh-Hans: 销售额, en: Revenue}, target: 100万元}
""",
)
