"""The finding PG114, any other YAML syntax error, with a hint for what trips writers."""

from plangen.findings import Finding, Level, declare
from plangen.values import record, told
from plangen.values.span import Span

PG114 = declare(
    "PG114",
    Level.ERROR,
    zh="YAML 语法错误：{what_zh}",
    en="YAML syntax error: {what_en}",
    fix_zh="{hint_zh}",
    fix_en="{hint_en}",
    manual="""The text is no valid YAML, or is valid and means something else than it seems to.

Why:
    The file cannot be read at all, or a value would become a text or a key that nobody meant.

Bad:
    # objectives.yml
    growth: %20
    note: goal: win more shops
    cell: {target:100}

Good:
    # objectives.yml
    growth: 20%
    note: "goal: win more shops"
    cell: {target: 100}
""",
)


@record
class Hint:
    """What is wrong and what to do, in Chinese and English; `{character}` and `{detail}` are filled in."""

    what_zh: str
    what_en: str
    fix_zh: str
    fix_en: str


def bad_syntax(span: Span, hint: Hint, character: str = "", detail: str = "") -> Finding:
    """The finding PG114 with a hint."""
    what = told(hint.what_zh, hint.what_en, character=character, detail=detail)
    way_out = told(hint.fix_zh, hint.fix_en, character=character, detail=detail)
    args = {"what_zh": what[0], "what_en": what[1], "hint_zh": way_out[0], "hint_en": way_out[1]}
    return Finding(PG114, span, args)


GLUED = Hint(
    "冒号后面缺少空格",
    "a space is missing after the colon",
    "写成“键: 值”；如果冒号属于文字，请加引号",
    "write 'key: value'; if the colon belongs to the text, quote it",
)
SIGN = Hint(
    "值不能以“{character}”开头",
    "a value cannot begin with '{character}'",
    '给整个值加引号，例如 "{character}…"',
    'put the whole value in quotes, such as "{character}..."',
)
BLOCK_INDICATOR = Hint(
    "“{character}”后面跟数字会被 YAML 当作缩进说明，数字会丢失",
    "YAML takes a digit after '{character}' as an indentation mark, and the number is lost",
    '给整个值加引号，例如 "{character}10%"',
    'put the whole value in quotes, such as "{character}10%"',
)
UNCLOSED_QUOTE = Hint(
    "引号 {character} 没有关闭",
    "the quote {character} is not closed",
    "在文字末尾补上引号；文字中间的单引号要写两个",
    "close the quote at the end of the text; double a single quote inside it",
)
AFTER_QUOTE = Hint(
    "引号关闭之后还有文字",
    "there is text after the closing quote",
    '把整个值放进一对引号；里面的引号写成 \\" 或改用另一种引号',
    'put the whole value in one pair of quotes; write inner quotes as \\" or use the other kind',
)
TWO_COLONS = Hint(
    "值里又出现了“: ”",
    "there is a second ': ' inside the value",
    "给含有“: ”的值加引号；如果是下一层内容，请换行并缩进",
    "quote a value that contains ': '; if it is a deeper entry, begin a new line and indent it",
)
WRONG_INDENT = Hint(
    "这一行的缩进与上面任何一层都不对齐",
    "the indentation of this line fits no level above it",
    "让同一层的键从同一列开始，用空格缩进",
    "begin the keys of one level in the same column, indented with spaces",
)
TOO_DEEP = Hint(
    "这一行比上一行缩进得深，被当成了上一个值的一部分",
    "this line is indented deeper than the value above, so that it became a part of it",
    "与上一个键对齐，或把上一行的值移走",
    "align it with the key above, or remove the value of the line above",
)
NO_COLON = Hint(
    "这一行没有“: ”，不是“键: 值”",
    "this line has no ': ', it is no 'key: value'",
    "写成“键: 值”；如果是上一行文字的继续，请多缩进两格",
    "write 'key: value'; if it continues the text above, indent it by two more spaces",
)
UNCLOSED_BRACKET = Hint(
    "括号“{character}”没有关闭",
    "the bracket '{character}' is not closed",
    "补上对应的括号；项目之间用“, ”分开",
    "close the bracket; separate the items by ', '",
)
MISSING_COMMA = Hint(
    "括号里这一处缺少逗号，或文字里有“: ”而没有加引号",
    "a comma is missing inside the brackets here, or a text with ': ' is not quoted",
    "项目之间用“, ”分开；含有“: ”“, ”或括号的文字要加引号",
    "separate the items by ', '; quote a text that contains ': ', ', ' or brackets",
)
LIST_PLACE = Hint(
    "列表项“- ”不能写在这里",
    "a list item '- ' cannot stand here",
    "换行再写“- ”，并与其他项对齐；如果是文字，请加引号",
    "begin a new line for '- ' and align it with the other items; quote it if it is text",
)
MIXED = Hint(
    "同一层既有列表项“- ”又有“键: 值”",
    "list items '- ' and 'key: value' entries are mixed on one level",
    "让列表缩进到它的键下面",
    "indent the list below its key",
)
ESCAPE = Hint(
    "双引号里的反斜杠“\\”后面不是可用的转义字符",
    "the backslash in double quotes is followed by no known escape",
    "改用单引号，或把“\\”写成“\\\\”",
    "use single quotes, or double the backslash",
)
OTHER = Hint(
    "无法读懂（{detail}）",
    "it cannot be read ({detail})",
    "检查这一行和上一行的缩进、引号、括号和冒号",
    "check indentation, quotes, brackets and colons of this line and the one above",
)
