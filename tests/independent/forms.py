"""Texts with digits that are no figures, each with the reason why it needs none."""

import re
from pathlib import Path

from independent.export import ROOT

FORMS = {
    "the id of a source document's item": r"\bS\d{3}-\d+-\d+\b",
    "a day: the plan's calendar, not a quantity": (
        r"\d{4}-\d{1,2}-\d{2}|(?<![\d.])(?:1[0-2]|[1-9])-(?:[0-2]\d|3[01])(?![\d%]| ?[家人个万亿元])"
        r"|(?:\d{4} 年 ?)?\d{1,2} 月 \d{1,2} 日"
    ),
    "a day of any month, alone in its cell": r"^\d{1,2} 日$",
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
    "how many months the stretch has that stands before it": r"(?:全年|\d{1,2}–\d{1,2} 月)，\d{1,2} 个月$",
    "how many things stand below or on the page that the line leads to": (
        r"(?<![\d.,–])(?:\d{1,3}(?:,\d{3})+|\d+) (?=个(?!月|百分点|工作日)|条|项|章|份|类|处|待定)"
    ),
}
"""In sentences and lists beside them: lengths and counts of what the page itself names one by one."""


def authored() -> str:
    """Everything that planners wrote, as one text."""
    files = sorted(path for path in (ROOT / "content").rglob("*") if path.suffix in (".yml", ".md"))
    return "\n".join(_words(path) for path in files)


def _words(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def without(text: str, forms: dict[str, str]) -> str:
    """A text without what is no figure."""
    for form in forms.values():
        text = re.sub(form, " ", text)
    return text


def is_authored(text: str, content: str) -> bool:
    """Whether a text was written by a planner, word for word, and is no quantity by itself."""
    plain = " ".join(text.split()).removeprefix("⊘").strip("，；、 ")
    plain = plain.removeprefix("依据 ")  # what pages say before the evidence of a judgement
    return (
        bool(plain)
        and plain in content
        and not _QUANTITY.fullmatch(plain)
        and re.search(r"[^\W\d_]", plain) is not None
    )


def orphans(text: str, content: str, *, sentence: bool = False) -> list[str]:
    """The parts of a text that have digits, were not written by a planner and are no declared form."""
    if is_authored(text, content):
        return []
    text = re.sub(r"（[\w-]+，\d{4}-\d{2}-\d{2}）$", "", text.strip())  # who answers for a waiver, and until when
    if is_authored(text, content):
        return []
    forms = {**LISTED, **FORMS} if sentence else FORMS
    parts = re.split(r"[；;　]|\s—\s", text)
    return [part.strip() for part in parts if re.search(r"\d", without(part, forms)) and not is_authored(part, content)]
