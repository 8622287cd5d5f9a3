"""The plain form of a quantity, a formula or a day: what a Chinese input method typed, as its reader folds it."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from re import compile as pattern
from typing import Any

from plangen.formula import parse_formula
from plangen.values import Formulated, Refused
from plangen.values.numeral import folded

_GROUPED = pattern(r"(?<![0-9.,_])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,_])")
_DAY = pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_PARTING = pattern(r"(?:，(?![0-9]{3}(?![0-9]))|(?<![0-9])，)[ \u3000]*")
"""A full-width comma that parts two arguments of a formula, and no thousands."""
_IN_NUMBER = pattern(r"(?<=[0-9０-９])，(?=[0-9０-９]{3})")


def plain_forms(text: str) -> Iterator[str]:
    """What a text may be written as instead, the plainest first. Only its reader tells whether it means the same."""
    if text.lstrip()[:1] in ("=", "＝"):
        text = _PARTING.sub(", ", text)
        wide = folded(text)
    else:
        wide = "，".join(folded(part) for part in _IN_NUMBER.sub(",", text).split("，"))  # 100万元，另有 2 项未定
    day = _DAY.fullmatch(wide.strip())
    plain = (
        f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}" if day else _GROUPED.sub(lambda found: found[0].replace(",", ""), wide)
    )
    yield from (plain, wide)


def means_the_same(read: Callable[[Any], Any], one: str, other: str) -> bool:
    """Whether a field reads the same from two texts; a text that it refuses is like no other."""
    try:
        return same(read(one), read(other))
    except Refused:
        return False


def same(one: Any, other: Any) -> bool:
    """Whether two values that were read are the same; formulas by what they compute, not by how they are written."""
    if isinstance(one, Formulated) and isinstance(other, Formulated):
        alike = replace(one, formula="", lead=0) == replace(other, formula="", lead=0)
        return alike and _tree(parse_formula(one.formula).root) == _tree(parse_formula(other.formula).root)
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def _tree(node: Any) -> tuple[Any, ...]:
    """A formula's tree without the columns of its parts."""
    parts = (getattr(node, part.name) for part in fields(node) if part.name not in ("start", "end"))
    return type(node), *(_branch(part) for part in parts)


def _branch(part: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(_branch(each) for each in part)
    return _tree(part) if hasattr(part, "start") else part
