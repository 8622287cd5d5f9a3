"""What the strict reader refuses although YAML allows it: the codes and their findings."""

from plangen.findings import Finding, Level, declare
from plangen.source.node import YamlScalar
from plangen.values.span import Span

PG101 = declare(
    "PG101",
    Level.ERROR,
    zh="不支持 YAML 的锚点、别名和合并键：{what}",
    en="YAML anchors, aliases and merge keys are not supported: {what}",
    fix_zh="把内容写全；如果它只是文字，请加引号",
    fix_en="write the content out; if it is meant as text, put it in quotes",
    manual="""An anchor (`&name`), an alias (`*name`) or a merge key (`<<`) is used.

Why:
    A few lines of nested aliases grow to gigabytes, and a merged value has no place of its own that a finding,
    a page or a diff could point at.

Bad:
    # objectives.yml
    base: &base {rate: 5%}
    east: {<<: *base}

Good:
    # objectives.yml
    base: {rate: 5%}
    east: {rate: 5%}
""",
)

PG102 = declare(
    "PG102",
    Level.ERROR,
    zh="嵌套超过 {limit} 层",
    en="nested deeper than {limit} levels",
    fix_zh="减少嵌套；检查是否有多余的括号或缩进",
    fix_en="nest less; look for surplus brackets or indentation",
    manual="""Lists and mappings stand inside one another more than 64 levels deep.

Why:
    No plan needs this; thousands of nested brackets crash ordinary YAML readers.

Bad:
    # objectives.yml
    a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]

Good:
    # objectives.yml
    a: [1]
""",
)

PG104 = declare(
    "PG104",
    Level.ERROR,
    zh="键“{key}”重复（第一次在 {first}）{same_zh}",
    en='duplicate key "{key}" (first at {first}){same_en}',
    fix_zh="保留一个，删去或改名另一个",
    fix_en="keep one of them; delete or rename the other",
    manual="""A mapping has the same key twice.

Why:
    The usual reader keeps the last value silently, so that a number typed earlier vanishes. Keys that differ in
    quotes only, or in the normal form of the same letters, are the same key.

Bad:
    # objectives.yml
    target: 100
    target: 200

Good:
    # objectives.yml
    target: 200
""",
)

PG105 = declare(
    "PG105",
    Level.ERROR,
    zh="不支持 YAML 标签：{tag}",
    en="YAML tags are not supported: {tag}",
    fix_zh="删去标签；如果它是文字的一部分，请加引号",
    fix_en="remove the tag; if it is part of a text, put the text in quotes",
    manual="""A value carries a YAML tag (`!name`).

Why:
    Tags make some readers run code, read files or the environment. What a value is follows from its field here.

Bad:
    # objectives.yml
    owner: !ENV USER

Good:
    # objectives.yml
    owner: region-manager
""",
)

PG110 = declare(
    "PG110",
    Level.ERROR,
    zh="这里应当是一组“键: 值”，但{what_zh}",
    en="this should be one set of 'key: value' entries, but {what_en}",
    fix_zh="{fix_zh}",
    fix_en="{fix_en}",
    manual="""The file is empty, holds several documents, begins with a directive, or is no mapping.

Why:
    Every part of a plan is found by its key; a second document would be read by nobody.

Bad:
    # objectives.yml
    - revenue
    - leads

Good:
    # objectives.yml
    revenue: {target: 100万元}
    leads: {target: 200家}
""",
)

PG111 = declare(
    "PG111",
    Level.ERROR,
    zh="键必须是一行非空的文字",
    en="a key must be a text of one line, not empty",
    fix_zh="把键写成一个单词；带花括号或方括号的文字要加引号",
    fix_en="write the key as one word; put a text with braces or brackets in quotes",
    manual="""A list, a mapping, an empty or a many-line text is used as a key.

Why:
    A key is part of an address, so that it must be a word.

Bad:
    # objectives.yml
    ? [east, west]
    : 100万元

Good:
    # objectives.yml
    east: 50万元
    west: 50万元
""",
)

EMPTY = ("文件是空的", "the file is empty", "写入内容，或删除这个文件", "write the content, or delete the file")
DIRECTIVE = ("以 % 指令开头", "it begins with a directive", "删除以 % 开头的行", "delete the line with the %")
DOCUMENTS = ("这里开始了第二份文档", "a second document begins here", "删除“---”，或分成两个文件", "delete the '---'")
LIST = ("它是一个列表", "it is a list", "为每一项写一个键", "give each item a key")
TEXT = ("它只是一段文字", "it is one text", "写成“键: 值”，冒号后有空格", "write 'key: value' with a space")


def not_a_mapping(span: Span, why: tuple[str, str, str, str]) -> Finding:
    """The finding PG110, with one of the reasons above."""
    return Finding(PG110, span, dict(zip(("what_zh", "what_en", "fix_zh", "fix_en"), why, strict=True)))


def duplicate(key: YamlScalar, first: YamlScalar) -> Finding:
    """The finding PG104, with the place of the first entry."""
    same = key.text != first.text
    args = {
        "key": key.text,
        "first": f"{first.span.line}:{first.span.column}",
        "same_zh": "，写法不同，字母相同" if same else "",
        "same_en": "; the same letters in another form" if same else "",
    }
    return Finding(PG104, key.span, args, related=((first.span, "first"),))
