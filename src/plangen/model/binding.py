"""Binding: a located YAML tree becomes a typed section; whatever does not fit becomes findings with places."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from plangen.findings import Finding
from plangen.model import actual_codes, codes, formula_codes, value_codes  # noqa: F401 (registers the codes of values)
from plangen.model.entry import Entry, Path, Place
from plangen.model.section import Section
from plangen.source import YamlMapping, YamlScalar, YamlSequence, misread
from plangen.values import Period, Refused, Span, told
from plangen.values.near import did_you_mean, nearest

Node = YamlMapping | YamlScalar | YamlSequence
E = TypeVar("E", bound=Entry)
PERIOD_LETTERS = frozenset(" FHQM")
"""What a key that names a period begins with, or blanks in quotes."""


def bind(model: type[E], node: YamlMapping, place: Place, context: Mapping[str, Any]) -> tuple[E | None, list[Finding]]:
    """Read a YAML mapping as `model`.

    Returns the entry (None where an error is found) and every finding at once. `context` is handed to validators
    (`dimensions`: the known axis names).
    """
    data = _plain(node, (), place)
    root, again = model.root if issubclass(model, Section) else "", list(_periods_twice(place))
    try:
        bound = model.model_validate({root: data} if root else data, context=dict(context))
    except ValidationError as error:
        details = (cast("Mapping[str, Any]", detail) for detail in error.errors(include_url=False))
        return None, [*again, *(_finding(detail, model, place) for detail in details)]
    return (None if again else bound.settle(place)), again


def _periods_twice(place: Place) -> Iterator[Finding]:
    """Keys that name a period that an earlier key of their mapping names in other words; no id looks like a period."""
    first: dict[tuple[Path, Period], YamlScalar] = {}
    for path, key in place.keys.items():
        if key.text[:1] not in PERIOD_LETTERS:
            continue
        with suppress(Refused):
            period = Period.parse(key.text.strip())
            one = first.setdefault((path[:-1], period), key)
            if one is not key:
                args = {"period": period.name, "key": key.text, "first": str(one.span)}
                related = ((one.span, one.text),)
                yield Finding(codes.PERIOD_TWICE, key.span, args, place.year or None, related=related)


def _plain(node: Node, path: Path, place: Place) -> Any:
    place.nodes[path] = node
    if isinstance(node, YamlScalar):
        return node.text
    if isinstance(node, YamlSequence):
        return [_plain(item, (*path, index), place) for index, item in enumerate(node.items)]
    data = {}
    for entry in node.entries:
        inner = (*path, entry.key.text)
        place.keys[inner] = entry.key
        data[entry.key.text] = _plain(entry.value, inner, place)
    return data


def _finding(detail: Mapping[str, Any], model: type[Entry], place: Place) -> Finding:
    written = _written(detail["loc"], model, place)
    kind = detail["type"]
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, Refused) and _is_formula(place.nodes.get(written)):
        return _located(error.code, place, place.span_inside(written, error.offset), error.args_)
    if isinstance(error, Refused):
        at = place.key_span if detail["loc"][-1:] == ("[key]",) else place.span
        return _located(error.code, place, at(written), error.args_)
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "too_short":
        return _located(codes.EMPTY, place, place.span(written), {})
    if kind == "missing":
        return _located(codes.MISSING, place, place.key_span(written), {"field": name})
    if kind == "extra_forbidden":
        return _unknown(name, written, model, detail["loc"], place)
    if kind == "literal_error":
        args = {"text": detail["input"], "expected": detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")}
        return _located(codes.CHOICE, place, place.span(written), args)
    node = place.nodes.get(written)
    slip = misread(node) if isinstance(node, YamlScalar) else None
    if slip is not None:
        return slip.with_(year=place.year or None)
    zh, en = ("列表，每项一行，以“- ”开头", "a list") if kind == "tuple_type" else ("键: 值 的映射", "a mapping")
    return _located(codes.SHAPE, place, place.span(written), {"expected_zh": zh, "expected_en": en})


def _is_formula(node: object) -> bool:
    return isinstance(node, YamlScalar) and node.text.lstrip()[:1] in ("=", "＝")


def _unknown(name: str, written: Path, model: type[Entry], loc: tuple[Any, ...], place: Place) -> Finding:
    known = _known_keys(model, loc[:-1])
    near = nearest(name, known)
    odd = next((char for char in name if ord(char) > 127 and near), "")
    hint_zh, hint_en = did_you_mean(name, known) if near else ("。", ".")
    if odd and near and near[0].isascii():
        note = ("{hint}（注意字符 {odd} U+{code:04X}）", "{hint} (note the character {odd} U+{code:04X})")
        hint_zh, hint_en = told(*note, hint=(hint_zh, hint_en), odd=odd, code=ord(odd))
    args = {"key": name, "hint_zh": hint_zh, "hint_en": hint_en, "known": ", ".join(known)}
    return _located(codes.UNKNOWN_KEY, place, place.key_span(written), args)


def _known_keys(model: type[Entry], loc: tuple[Any, ...]) -> list[str]:
    current: Any = model
    for step in loc:
        current = _inside(current, step)
    if isinstance(current, type) and issubclass(current, Entry):
        return [info.alias or name for name, info in current.model_fields.items() if name not in current.invisible]
    return []


def _inside(annotation: Any, step: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Entry) and step in annotation.model_fields:
        return annotation.model_fields[step].annotation
    arguments = [part for part in getattr(annotation, "__args__", ()) if part is not type(None)]
    if not arguments:
        return annotation
    inner = arguments[-1] if getattr(annotation, "__origin__", None) is dict else arguments[0]
    return inner if getattr(annotation, "__origin__", None) in (dict, tuple, list) else _inside(inner, step)


def _written(loc: tuple[Any, ...], model: type[Entry], place: Place) -> Path:
    """The path in the file of a pydantic location: without the steps that stand in no file.

    The root of a section stands in no file even where an item has its name.
    """
    path: Path = ()
    for step in loc[1:] if issubclass(model, Section) and model.root else loc:
        if (*path, step) in place.nodes:
            path = (*path, step)
    return path


def _located(code: str, place: Place, span: Span, args: Mapping[str, object]) -> Finding:
    return Finding(code, span, args, place.year or None)
