"""Front matter of a narrative: a title, a description, what to hide and where it comes from, nothing else."""

import re
from dataclasses import field

from plangen.findings import Finding, Level, declare
from plangen.source.node import Node, YamlScalar, YamlSequence
from plangen.source.origin import Origin
from plangen.source.yaml import compose
from plangen.values import record, told
from plangen.values.span import Span

PG405 = declare(
    "PG405",
    Level.ERROR,
    zh="页首信息有误：{what_zh}",
    en="front matter: {what_en}",
    fix_zh="{fix_zh}",
    fix_en="{fix_en}",
    manual="""The front matter of a narrative is not closed, or has a key or a value that is not known.

Why:
    Front matter of other programs chooses templates, icons and scripts; here it only says how the page is called and
    where it comes from.
    Lines of the form `key: value` at the very top of a page without `---` would vanish from the page.

Bad:
    # market.md
    ---
    template: special.html
    ---

Good:
    # market.md
    ---
    title: Market of adhesives
    description: Where the customers are
    ---
""",
)

HIDEABLE = ("navigation", "toc")
KEYS = ("title", "description", "hide", "source")
_META = re.compile(r" {0,3}[A-Za-z0-9_-]+:(?:\s|$)")


@record
class Front:
    """Front matter as read: the values by key, and the file's line on which it ends (0 where there is none).

    `hide` and `source` are joined by commas. `spans` says where each value stands; `sources` are the ids of `source`,
    each with its place.
    """

    values: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    end_line: int = 0
    sources: tuple[YamlScalar, ...] = ()


def read_front(file: str, text: str) -> tuple[Front, list[Finding]]:
    """Read the front matter at the top of a text. Finds PG405 and what `read_yaml` finds."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Front(), _lost_line(file, lines[0], 1)
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() in ("---", "...")), 0)
    if not end:
        why = ("没有用 --- 关闭", "it is not closed by ---", "在它后面另起一行写 ---", "add a line --- after it")
        return Front(), [_wrong(Span.at(file, 1, 1, 3), why)]
    mapping, found = compose(Origin(file, "\n".join(lines[1:end]), 2), empty=True)
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    for key, node in mapping.entries if mapping else ():
        value = _value(key.text, node)
        if isinstance(value, str):
            values[key.text], spans[key.text] = value, node.span
        else:
            found.append(_wrong(key.span if key.text not in KEYS else node.span, value))
    sources = mapping.get("source") if mapping and "source" in values else None
    after = lines[end + 1] if end + 1 < len(lines) else ""
    return Front(values, spans, end + 1, _ids(sources)), found + _lost_line(file, after, end + 2)


def _value(key: str, node: Node) -> str | tuple[str, str, str, str]:
    """The text of one entry, or what is wrong with it."""
    if key not in KEYS:
        known = " ".join(KEYS)
        only = told("只能写 {known}", "only {known} can stand here", known=known)
        return (*told("不认识“{key}”", 'unknown key "{key}"', key=key), *only)
    if key == "hide":
        return _hidden(node)
    if key == "source":
        return _sources(node)
    if isinstance(node, YamlScalar) and node.text.strip():
        return node.text.strip()
    what = told("{key} 应是一段文字", "{key} should be a text", key=key)
    return (*what, *told("写成 {key}: 文字", "write {key}: text", key=key))


def _hidden(node: Node) -> str | tuple[str, str, str, str]:
    items = node.items if isinstance(node, YamlSequence) else ()
    names = [item.text for item in items if isinstance(item, YamlScalar)]
    if names and len(names) == len(items) and all(name in HIDEABLE for name in names):
        return ",".join(name for name in HIDEABLE if name in names)
    known = ", ".join(HIDEABLE)
    what = ("hide 的值不对", "hide is not a list of known parts")
    return (*what, *told("写成 hide: [{known}]", "write hide: [{known}]", known=known))


def _sources(node: Node) -> str | tuple[str, str, str, str]:
    ids = _ids(node)
    if ids and all(each.text.strip() for each in ids):
        return ",".join(each.text.strip() for each in ids)
    what = ("source 应是来源编号或它们的列表", "source should be one source id or a list of them")
    return (*what, "写成 source: [D1-1, D1-2]", "write source: [D1-1, D1-2]")


def _ids(node: Node | None) -> tuple[YamlScalar, ...]:
    """The scalars of one value or a list; none where something else stands among them."""
    items = node.items if isinstance(node, YamlSequence) else (node,)
    ids = tuple(item for item in items if isinstance(item, YamlScalar))
    return ids if len(ids) == len(items) else ()


def _lost_line(file: str, line: str, number: int) -> list[Finding]:
    """PG405 where the first line of the body would be taken for metadata and vanish."""
    match = _META.match(line)
    if match is None:
        return []
    why = (
        "正文第一行像“键: 值”，会从页面上消失",
        "the first line looks like 'key: value' and would vanish from the page",
        "在它前面空一行，或写进 --- 之间",
        "put an empty line before it, or put it between two lines ---",
    )
    return [_wrong(Span.at(file, number, 1, len(match.group().rstrip())), why)]


def _wrong(span: Span, why: tuple[str, str, str, str]) -> Finding:
    return Finding(PG405, span, dict(zip(("what_zh", "what_en", "fix_zh", "fix_en"), why, strict=True)))
