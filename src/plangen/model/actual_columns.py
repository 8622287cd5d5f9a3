"""The columns of a file of actuals: what each is called, in English and Chinese, and which are needed."""

from collections.abc import Iterator, Mapping
from functools import partial

from plangen.findings import Finding
from plangen.model import actual_codes as codes
from plangen.model.dimension import Dimensions
from plangen.model.words import Words
from plangen.source import Cell, CsvTable
from plangen.values import Span, named, told
from plangen.values.near import did_you_mean
from plangen.values.record import record

NAMES: Mapping[str, tuple[str, ...]] = {
    "address": ("地址",),
    "objective": ("指标", "条目", "item"),
    "period": ("期间", "月份", "month"),
    "value": ("数值", "实际", "实际数", "actual"),
    "unit": ("单位",),
    "as_of": ("截至", "截至日期", "as-of"),
    "note": ("备注", "说明"),
    "source": ("来源",),
}
"""Every column but those of axes, by its English name."""
_BY_NAME = {word: name for name, words in NAMES.items() for word in (name, *words)}
_TRADITIONAL = {
    "指标": "指標", "条目": "條目", "期间": "期間", "数值": "數值", "实际": "實際", "实际数": "實際數", "单位": "單位",
    "备注": "備註", "说明": "說明", "来源": "來源",
}  # fmt: skip
_BY_NAME |= {word: _BY_NAME[simplified] for simplified, word in _TRADITIONAL.items()}
_OF_OTHERS: Mapping[str, frozenset[str]] = {
    "zh-Hans": frozenset(_TRADITIONAL.values()),
    "zh-Hant": frozenset(_TRADITIONAL),
    "en": frozenset(word for word in _BY_NAME if not word.isascii()),
}
"""The names that are said in other languages only."""


@record
class Columns:
    """Where each column of a table stands: by its English name, or by the axis whose members it holds."""

    named: Mapping[str, int]
    axes: Mapping[str, int]


def columns_of(file: str, table: CsvTable, dimensions: Dimensions) -> tuple[Columns, list[Finding]]:
    """The columns of a table of actuals. Finds ACT101 for a missing column, ACT102 for one that nothing reads."""
    named: dict[str, int] = {}
    axes: dict[str, int] = {}
    found: list[Finding] = []
    titles = dimensions.words()
    for index, cell in enumerate(table.header):
        name, axis = _BY_NAME.get(cell.text.lower(), ""), titles.meant.get(cell.text, "")
        if name and name not in named:
            named[name] = index
        elif axis and axis not in axes:
            axes[axis] = index
        else:
            found.append(_unknown(cell, [*_BY_NAME, *titles.meant], titles))
    return Columns(named, axes), [*found, *_missing(file, named), *_doubled(table, named, axes)]


def _missing(file: str, named: Mapping[str, int]) -> Iterator[Finding]:
    needed = [*(() if "objective" in named else ("address",)), "value", "as_of"]
    missing = [name for name in needed if name not in named]
    if missing:
        yield Finding(codes.COLUMN_MISSING, Span.whole(file), {"column": ", ".join(missing)})


def _doubled(table: CsvTable, named: Mapping[str, int], axes: Mapping[str, int]) -> Iterator[Finding]:
    """Columns beside `address` that would say again what the address says."""
    again = [*(named[name] for name in ("objective", "period") if name in named), *axes.values()]
    for index in again if "address" in named else ():
        yield _unknown(table.header[index], [*NAMES])


def _unknown(cell: Cell, known: list[str], titles: Words | None = None) -> Finding:
    if titles is not None and cell.text in titles.shared:
        zh, en = titles.hint(cell.text)
    else:
        zh, en = did_you_mean(cell.text.lower(), [name for name in known if name != cell.text])
    args = {
        "column": cell.text,
        "near_zh": zh,
        "near_en": en,
        "known": told("{names}", "{names}", names=partial(_listed, tuple(dict.fromkeys(known)))),
    }
    return Finding(codes.COLUMN_UNKNOWN, cell.span, args)


def _listed(names: tuple[str, ...], language: str) -> str:
    """What a column may be called, as far as readers of a language know our names for it."""
    return " ".join(name for name in names if name not in _OF_OTHERS[named(language)])
