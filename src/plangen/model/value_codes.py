"""The finding codes of reading numbers: what is no quantity, and what would be guessed."""

from plangen.findings import Level, declare


def examples_of_target(bad: str, good: str) -> str:
    """The Bad and Good examples of a manual page: an objective whose target is written wrongly and rightly."""
    rows = [
        f"{word}:\n    # objectives.yml\n    revenue: {{name: 销售额, target: {text}}}"
        for word, text in (("Bad", bad), ("Good", good))
    ]
    return "\n".join(rows)


NOT_FINITE = declare(
    "PG201",
    Level.ERROR,
    zh="“{text}”不是一个数",
    en="“{text}” is not a finite number",
    fix_zh="写成 1092万元、100–150万元、≥13家、约2400元；还没定就写 待定",
    fix_en="write it like 10.92 million CNY, 1–1.5 million CNY, ≥13 stores, about 2400 CNY; TBD while it is not known",
    manual=f"""A text where a number belongs.

Why: a number that is no number cannot be added.
{examples_of_target(".nan", "100万元")}
""",
)
TOO_LONG = declare(
    "PG202",
    Level.ERROR,
    zh="数字太长，超过 30 位",
    en="the number has more than 30 digits",
    fix_zh="核对是否多打了；金额可写成 万元、亿元",
    fix_en="check for a typing mistake; money can be written in millions or billions, such as 1.2 billion CNY",
    manual=f"""A number of more than 30 digits.

Why: no plan has it; a key was held down.
{examples_of_target("9999999999999999999999999999999元", "9999元")}
""",
)
AMBIGUOUS = declare(
    "PG203",
    Level.ERROR,
    zh="“{text}”有两种读法",
    en="“{text}” can be read in two ways",
    fix_zh="写成普通十进制：10 而不是 010，1000 而不是 1_000 或 1 000，5 而不是 5.",
    fix_en="write a plain decimal: 10 and not 010, 1000 and not 1_000 or 1 000, 5 and not 5.",
    manual=f"""A number that tools read differently.

Why: 010 is ten to a person and eight to some programs.
{examples_of_target("010万元", "10万元")}
""",
)
OTHER_DIGITS = declare(
    "PG204",
    Level.ERROR,
    zh="“{text}”用了别种文字的数字",
    en="“{text}” has digits of another script",
    fix_zh="改用 0–9",
    fix_en="use 0–9",
    manual=f"""Digits that are not 0–9.

Why: look-alike digits hide another number.
{examples_of_target("١٢٣万元", "123万元")}
""",
)
UNIT = declare(
    "PG205",
    Level.ERROR,
    zh="“{text}”的单位不合：这里要{expected}",
    en="the unit of “{text}” does not fit: this field takes {expected}",
    fix_zh="写上合适的单位，如 1092万元、7.5万元/人/月、4人、25%",
    fix_en="write a fitting unit, such as 10.92 million CNY, 75000 CNY/person/month, 4 people, 25%",
    manual="""A unit that the field does not take, or none where one is needed.

Why: 5% of what, 12万 of what?
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元, growth: 5家}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
""",
)
PRECISION = declare(
    "PG207",
    Level.ERROR,
    zh="“{text}”的小数位太多",
    en="“{text}” has more decimals than its unit holds",
    fix_zh="改到该单位的最小一级；工具不会悄悄取整",
    fix_en="write it to the unit's smallest step; plangen never rounds silently",
    manual="""More decimals than the unit has.

Why: rounding would have to be guessed.
""",
)
TOO_LARGE = declare(
    "PG301",
    Level.ERROR,
    zh="结果超过 60 位数字",
    en="the result has more than 60 digits",
    fix_zh="核对相乘的数",
    fix_en="check the numbers that are multiplied",
    manual="""A computation whose exact result has more than 60 digits.

Why: no plan has such a number; one of the inputs is mistyped.
""",
)
