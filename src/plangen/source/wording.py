"""The finding PG404: what a reference or a block in a narrative must look like, and the usual slips."""

from plangen.findings import Finding, Level, declare
from plangen.values import record
from plangen.values.span import Span

PG404 = declare(
    "PG404",
    Level.ERROR,
    zh="{what_zh}：{text}",
    en="{what_en}: {text}",
    fix_zh="{fix_zh}",
    fix_en="{fix_en}",
    manual="""A reference `{{ ... }}` or a block in a narrative is not written in the form that plangen reads.

Why:
    What is not recognised would be printed as text. Template and include syntax of other programs is never evaluated,
    so that a narrative cannot run code or show files.

Bad:
    # market.md
    The target is {{ revenue.upper() }}.

Good:
    # market.md
    The target is {{ objectives/revenue.target unit=万元 }}.
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
""",
)


@record
class Wording:
    """What is wrong and what to do, in Chinese and English."""

    what_zh: str
    what_en: str
    fix_zh: str
    fix_en: str


def bad_reference(span: Span, wording: Wording, text: str) -> Finding:
    """The finding PG404; `text` is what was written, cut to a readable length."""
    args = {
        "what_zh": wording.what_zh,
        "what_en": wording.what_en,
        "fix_zh": wording.fix_zh,
        "fix_en": wording.fix_en,
        "text": text if len(text) <= 60 else text[:60] + "…",
    }
    return Finding(PG404, span, args)


NOT_ADDRESS = Wording(
    "引用里不是一个地址",
    "the reference is no address",
    "写成 {{ 章节/条目.指标 选项=值 }}；只想显示这些字符请放进反引号",
    "write {{ section/item.measure option=value }}; put it in backticks to show it as it is",
)
BAD_OPTION = Wording(
    "引用的选项写法不对",
    "an option of the reference is not written as name=value",
    "选项写成 名字=值，用空格隔开，例如 unit=万元 digits=1",
    "write options as name=value, apart by spaces, such as unit=CNY digits=1",
)
UNCLOSED = Wording(
    "引用没有关闭",
    "the reference is not closed",
    "在同一行补上 }}；只想显示 {{ 请写 \\{{ 或放进反引号",
    "add }} on the same line; write \\{{ or use backticks to show {{ as it is",
)
FULL_WIDTH = Wording(
    "全角符号会被当作普通文字",
    "full-width marks are taken for ordinary text",
    "改成半角：引用用 {{ }}，代码块用三个反引号",
    "use the plain form: {{ }} for a reference, three backticks for a block",
)
MISPLACED = Wording(
    "引用不能写在链接的地址、HTML 标签或属性里",
    "a reference cannot stand in a link's address, an HTML tag or an attribute",
    "把引用写在文字里；链接写成固定的地址",
    "put the reference into the text; give the link a fixed address",
)
TEMPLATE = Wording(
    "不支持模板语法",
    "template syntax is not supported",
    "删去它；只想显示这些字符请放进反引号",
    "remove it; put it in backticks to show it as it is",
)
INCLUDE = Wording(
    "不支持包含其他文件",
    "including other files is not supported",
    "把文字写在这里，或链接到那一页",
    "write the text here, or link to the other page",
)
NOT_CLOSED = Wording(
    "代码块没有用同样的符号关闭",
    "the block is not closed by the same marks",
    "用与开头相同的符号、相同的缩进另起一行关闭",
    "close it on a line of its own with the same marks and indentation as the opening",
)
UNEVEN = Wording(
    "代码块中间的行缩进不够，代码块被打断了",
    "a line inside the block is not indented like its opening, which breaks the block",
    "让块内每一行至少与开头一样缩进（引用中每行以 > 开头）",
    "indent every line of the block at least like its opening (begin each with > in a quote)",
)
FENCE_LINE = Wording(
    "代码块的第一行只能有一个词",
    "the first line of a block may have one word only",
    "把其余内容移到块里面",
    "move the rest into the block",
)
PLAN_WORD = Wording(
    "计划块的名字写法不对",
    "the name of the plan block is not well written",
    "写成一个半角单词，例如 plan-table，其余内容放到块里面",
    "write one plain word, such as plan-table, and put the rest into the block",
)
AFTER_MARKER = Wording(
    "代码块不能与列表符号写在同一行",
    "a block cannot begin on the line of a list marker",
    "另起一行，缩进四个空格再写",
    "begin it on a line of its own, indented by four spaces",
)
