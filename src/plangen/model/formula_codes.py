"""The finding codes of formulas: what is no formula, and what would take too long."""

from plangen.findings import Level, declare
from plangen.model.value_codes import examples_of_target

TOO_LARGE = declare(
    "PG303",
    Level.ERROR,
    zh="公式太大：超过 {limit} {what_zh}",
    en="the formula is too large: more than {limit} {what_en}",
    fix_zh="把它拆成几个条目，每个条目一个公式",
    fix_en="split it into several items with a formula each",
    manual=f"""A formula beyond its budget: 2,000 characters, 64 levels, 500 parts.

Why: nobody can check it, and a slip of the keyboard must not stop the build.
{examples_of_target("= " + "(" * 70 + "1万元" + ")" * 70, "= 1万元")}
""",
)
NO_FORMULA = declare(
    "PG304",
    Level.ERROR,
    zh="公式“{text}”读不懂：{what_zh}",
    en="the formula “{text}” cannot be read: {what_en}",
    fix_zh="公式由数、地址、+ - × ÷、括号和函数组成，如 = previous × 1.2",
    fix_en="a formula is made of numbers, addresses, + - × ÷, brackets and functions, such as = previous × 1.2",
    manual=f"""A value that begins with `=` and is no formula.

Why: a formula that is read halfway gives a wrong number.
{examples_of_target("= 100万元 / 4", "= 100万元 ÷ 4")}
""",
)
FULL_WIDTH = declare(
    "PG305",
    Level.ERROR,
    zh="公式里的名称用了全角字母：{text}",
    en="a name in the formula has full-width letters: {text}",
    fix_zh="写成 {plain}",
    fix_en="write {plain}",
    manual=f"""A name in full-width letters.

Why: no id and no function has them; two names that look alike would be two things.
{examples_of_target("= ｓｕｍ(1万元)", "= sum(1万元)")}
""",
)
TYPED_ONLY = declare(
    "PG310",
    Level.ERROR,
    zh="这里要直接写数，不能写公式：{why_zh}",
    en="a formula cannot stand here, write the number: {why_en}",
    fix_zh="把结果直接写成数，如 100万元",
    fix_en="write the result as a number, such as 1 million CNY",
    manual="""A formula in a field that must be typed: what the paper states, a rounding step, the tolerance.

Why: a claim that follows the plan can never contradict it, and steps must be known before anything is computed.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元, stated: {target: '= 50万元 × 2'}}
Good:
    # objectives.yml
    revenue: {name: 销售额, target: '= 50万元 × 2', stated: {target: 100万元}}
""",
)
