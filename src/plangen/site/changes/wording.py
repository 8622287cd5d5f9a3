"""Edits in words: what was edited, what of it, what it said and says."""

from collections.abc import Iterable
from dataclasses import replace

from plangen.diff import Consequence, Edit, Entity, Weight
from plangen.model import Day
from plangen.render.figure_words import measure_word
from plangen.site.since import Since
from plangen.values import Address, Period, Quantity, Refused, write_quantity
from plangen.views import Chip, Line, Link, Num, Tone, Words

MAIN = ("target", "amount", "headcount", "limit", "rate", "quantity", "initial", "value")
"""What an item is first known by: shown where it is new or gone."""
_FIELDS = {
    "after": ("前置任务", "after"), "answer": ("对策", "answer"), "cooperates": ("协作", "works with"),
    "cross": ("交叉", "crossing"), "deliverable": ("交付物", "deliverable"), "due": ("期限", "due"),
    "end": ("结束", "end"), "evidence": ("依据", "evidence"), "fact": ("说明", "fact"),
    "frequency": ("频次", "frequency"), "holder": ("任职人", "holder"), "home": ("位置", "place"),
    "id": ("编号", "id"), "name": ("名称", "name"), "note": ("备注", "note"), "owner": ("负责人", "owner"),
    "period": ("期间", "period"), "plan": ("所属计划", "plan"), "quota": ("定额", "quota"),
    "reports_to": ("上级", "superior"), "season": ("季节曲线", "season"), "section": ("所属部分", "section"),
    "source": ("来源", "source"), "start": ("开始", "start"), "summary": ("摘要", "summary"), "tags": ("标签", "tags"),
    "text": ("内容", "text"), "title": ("标题", "title"), "to": ("交给", "to"), "unit": ("单位", "unit"),
}  # fmt: skip
_KINDS = {
    "added": ("新增", "added"), "removed": ("取消", "removed"), "moved": ("移动", "moved"),
    "renamed": ("换了编号", "new id"), "split": ("拆分", "split"), "merged": ("合并", "merged"),
}  # fmt: skip
_GOVERNED = {
    "caps": ("上限", "cap"), "pay": ("薪酬", "pay"), "rules": ("规则", "rule"), "definitions": ("口径", "definition"),
}  # fmt: skip
_WEIGHTS: dict[Weight, tuple[str, str, Tone]] = {
    Weight.BREAKING: ("重大", "breaking", "bad"), Weight.MAJOR: ("较大", "major", "changed"),
    Weight.MINOR: ("一般", "minor", ""), Weight.TEXT: ("文字", "text", "muted"),
}  # fmt: skip


def weight_chip(since: Since, consequence: Consequence) -> Chip:
    """How heavy an edit is, in a word: what it changes that others keep to, else its weight."""
    zh, en, tone = _WEIGHTS[consequence.weight]
    return Chip(since.after.word(*_GOVERNED.get(consequence.governs, (zh, en))), tone)


def weight_word(since: Since, weight: Weight) -> str:
    """What a weight is called."""
    return since.after.word(*_WEIGHTS[weight][:2])


def what_word(since: Since, edit: Edit) -> str:
    """What of an item was edited: a field, or what became of the item itself."""
    if edit.kind != "changed":
        return since.after.word(*_KINDS[edit.kind])
    return field_word(since, edit.field)


def field_word(since: Since, field: str) -> str:
    """What a field is called; a key of a mapping behind it."""
    language = since.after.language
    name, _, key = field.partition(".")
    said = since.after.word(*_FIELDS[name]) if name in _FIELDS else measure_word(language, name)
    return f"{said} · {_key(since, key)}" if key else said


def _key(since: Since, key: str) -> str:
    try:
        return Period.parse(key).label(since.after.language)
    except Refused:
        return since.after.dimensions.title_of(key)


def item_name(since: Since, entity: Entity) -> str:
    """What an item is called, with the part of it that is spoken of."""
    scope = since.after if since.after.entry(entity.key.address) else since.before
    if not entity.key.item:
        plan = scope.plan_year.plans.get(entity.key.plan)
        name = plan.head.name if plan else entity.key.kind
    else:
        name = scope.name_of(entity.key.address)
        name = entity.name if name == entity.key.item[-1] and not entity.key.inner else name
    return " · ".join((name, *_inside(since, entity)))


def _inside(since: Since, entity: Entity) -> Iterable[str]:
    """The way inside an item in words, without the names of axes."""
    dimensions, language = since.after.dimensions, since.after.language
    for step in entity.key.inner:
        if step not in dimensions.axes:
            title = dimensions.title_of(step)
            yield title if title != step else measure_word(language, step)


def item_links(since: Since, edit: Edit) -> Line:
    """An item's name as a link to it, and the way to it in last year's version."""
    line: list[Link | str | Words] = []
    name = item_name(since, edit.entity)
    line.append(Link(name, home_of(edit.address)) if edit.after else name)
    old = old_address(edit)
    if old is not None:
        year = since.before.year
        line += [" ", Link(since.after.word(f"{year} 年", str(year)), old, version=str(year))]
    return tuple(line)


def old_address(edit: Edit) -> Address | None:
    """Where last year's version has the item that an edit speaks of, as it was called then."""
    entity = edit.before[0] if edit.before else None
    if entity is None or entity.entry is None:
        return None
    return home_of(entity.entry.address())


def home_of(address: Address) -> Address:
    """The item that a page has a place for: what lives in an item stands where that one does."""
    return replace(address, item=address.item[:1])


def values(since: Since, edit: Edit) -> tuple[Line, Line, Line]:
    """What an edit changed: last year, this year, the difference."""
    if edit.kind in ("added", "removed"):
        return _main_figure(since, edit)
    if isinstance(edit.old, Quantity) or isinstance(edit.new, Quantity):
        pair = next(iter(edit.figures()), (None, None))
        address = pair[1] or (since.changes.renames.address(pair[0]) if pair[0] else None)
        if address is not None and (since.figure(address) or since.figure(address, last=True)):
            numbers = since.number(address, last=True), since.number(address), since.apart(address)
            return (numbers[0],), (numbers[1],), (numbers[2],)
    old, new = (value_line(since, edit, value) for value in (edit.old, edit.new))
    return old, new, ()


def _main_figure(since: Since, edit: Edit) -> tuple[Line, Line, Line]:
    """The figure by which a new or gone item is known."""
    entity, last = edit.entity, edit.kind == "removed"
    entry = entity.entry
    for measure in MAIN if entry is not None else ():
        address = entry.address(measure)  # type: ignore[union-attr]
        address = since.changes.renames.address(address) if last else address
        if since.figure(address, last=last) is not None:
            number = since.number(address, last=last)
            return ((number,), (), ()) if last else ((), (number,), ())
    return (), (), ()


def value_line(since: Since, edit: Edit, value: object) -> Line:
    """A value as it is read: a day, a period, names for ids, words."""
    return (text,) if (text := _value(since, edit, value)) else (Words("—", "muted"),)


def _value(since: Since, edit: Edit, value: object) -> str:
    language = since.after.language
    if value is None:
        return ""
    if isinstance(value, Quantity):
        return write_quantity(value, language=language)
    if isinstance(value, Day):
        return value.value.isoformat() if value.value else since.after.word("待定", "not set")
    if isinstance(value, Period):
        return value.label(language)
    if isinstance(value, tuple):
        return since.after.word("；", "; ").join(_value(since, edit, each) for each in value)
    return _named(since, edit, str(value))


def _named(since: Since, edit: Edit, text: str) -> str:
    """The name of what an id or an address means, where there is such a thing; else the text."""
    plan, field = edit.entity.key.plan, edit.field.partition(".")[0]
    if field in ("id", "text", "name", "note", "source"):
        return text
    title = since.after.dimensions.title_of(text)
    if title != text or plan not in since.after.plan_year.plans:
        return title
    scope = since.scope(plan)
    for kind in ("", "org", edit.entity.key.kind):
        address = scope.resolve(text, kind)
        if address is not None:
            return scope.name_of(address.item_address)
    return text


def number_or_dash(number: Num) -> Line:
    """A number for a cell."""
    return (number,)
