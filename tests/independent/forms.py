"""Texts with digits that are no figures, each with the reason why it needs none."""

import re
from functools import cache
from pathlib import Path

from independent.export import ROOT

FORMS = {
    "the id of a source document's item": r"\bS\d{3}-\d+-\d+\b",
    "a day: the plan's calendar, not a quantity": (
        r"\d{4}-\d{1,2}-\d{2}|(?<![\d.])(?:1[0-2]|[1-9])-(?:[0-2]\d|3[01])(?![\d%]| ?[家人个万亿元])"
        r"|(?:\d{4} 年 ?)?\d{1,2} 月 \d{1,2} 日"
    ),
    "a day of any month, alone in its cell or at the end of a figure's name": r"(?:^|·)\d{1,2} 日$",
    "where a step leads back to; counted again by itself": r"(?<!\d)\d{1,2} ↺ \d{1,2}(?!\d)|^↺ 回到第 \d{1,2} 步$",
    "a time of the day": r"(?<![\d:])\d{1,2}:[0-5]\d(?![\d:])",
    "months of a period, or the name of a month": r"\d{1,2}(?:–\d{1,2})? 月(?! \d)",
    "the plan year that a page belongs to": r"20\d\d 年(?:度)?|20\d\d (?=草案|现行|往年)",
    "figures of a source document that nobody carries, as its register has them": r"^没有这些数：.*$",
    "a line of a plan file": r"\bcontent/[\w./-]+\.(?:yml|md|csv):\d+$",
    "the code of a check": r"\b[A-Z]{2,3}\d{3}\b",
}
"""In tables, cards and charts: nothing else may have digits without naming its figure."""
_QUANTITY = re.compile(r"[约≥≤><+−-]* ?[\d,.]+(?:[–~][\d,.]+)? ?(?:[^\W\d_]{0,3}|%|‰)(?:/[^\W\d_]{1,2})*")
LISTED = {
    "how many months the stretch has that stands before it": (
        r"(?:全年|\d{1,2}–\d{1,2} 月)，\d{1,2} 个月$|[上下]半年，6 个月$|[一二三四]季度，3 个月$"
    ),
    "how many things stand below or on the page that the line leads to": (
        r"(?<![\d.,–])(?:\d{1,3}(?:,\d{3})+|\d+) (?=个(?!月|百分点|工作日)|条|项|章|份|类|处|待定)"
    ),
}
"""In sentences and lists beside them: lengths and counts of what the page itself names one by one."""


def authored() -> str:
    """Everything that planners wrote, as one text."""
    every = (ROOT / "content").rglob("*")
    files = sorted(path for path in every if path.suffix in (".yml", ".md", ".csv") and path.parent.name != "actuals")
    return "\n".join(_words(path) for path in files)


def _words(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def ratios(content: str) -> dict[str, str]:
    """How a total is divided, as a planner typed it after `ratio:`: a setting of the method, which says it again."""
    typed = "|".join(map(re.escape, re.findall(r'ratio: "?(\d+(?::\d+)+)"?', content)))
    return {"a ratio that a planner typed": rf"(?:按|比例) (?:{typed})(?= 分解|$)"} if typed else {}


@cache
def formulas(content: str) -> set[str]:
    """The formulas of computed columns as they were typed, without the names in them."""
    return {skeleton(each) for each in re.findall(r"formula: ['\"]?= ?([^'\"},\n]*)", content)}


def skeleton(formula: str) -> str:
    """A formula with `_` for each name."""
    return re.sub(r"[^\W\d][\w-]*", "_", formula.replace("−", "-").replace(" ", ""))


def is_formula(text: str, content: str) -> bool:
    """Whether a text says how a column is computed, as a planner typed it, with the names of columns for their ids."""
    found = re.fullmatch(r"(?:算出的列：)?[^=\d]+ = (.*)", text.strip())
    return found is not None and skeleton(found[1]) in formulas(content)


def without(text: str, forms: dict[str, str]) -> str:
    """A text without what is no figure."""
    for form in forms.values():
        text = re.sub(form, " ", text)
    return text


WRAPS = (r"依据 (.*)", r"(.*)…", r"→ (.*?)：(.*)", r"算例：(.*)", r"（(.*)）", r"，在“(.*)”之内")
"""What pages put around what a planner wrote: before evidence, examples and moves, around notes, where they cut it."""


@cache
def is_authored(text: str, content: str) -> bool:
    """Whether a text was written by a planner, word for word, and is no quantity by itself."""
    plain = " ".join(text.split()).removeprefix("⊘").strip("，；、 ")
    inside = (found.groups() for wrap in WRAPS if (found := re.fullmatch(wrap, " ".join(text.split()))))
    return any(all(_is_written(each, content) for each in parts) for parts in ((plain,), *inside))


def _is_written(plain: str, content: str) -> bool:
    return (
        bool(plain)
        and plain in content
        and not _QUANTITY.fullmatch(plain)
        and re.search(r"[^\W\d_]", plain) is not None
    )


@cache
def orphans(text: str, content: str, *, sentence: bool = False) -> list[str]:
    """The parts of a text that have digits, were not written by a planner and are no declared form."""
    if is_authored(text, content):
        return []
    text = re.sub(r"（[\w-]+，\d{4}-\d{2}-\d{2}）$", "", text.strip())  # who answers for a waiver, and until when
    if is_authored(text, content):
        return []
    forms = {**(LISTED if sentence else {}), **FORMS, **ratios(content)}
    parts = [part for part in re.split(r"[；;　]|\s—\s", text) if not is_authored(part, content)]
    bits = [bit for part in parts for bit in re.split(r"[、·（）]", part)]
    bits = [bit for bit in bits if not is_formula(bit, content)]
    return [bit.strip() for bit in bits if re.search(r"\d", without(bit, forms)) and not is_authored(bit, content)]
