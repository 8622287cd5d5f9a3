"""Slips in a text file, made by seeded dice: the same seed makes the same slip on every machine."""

import random
import re
from collections.abc import Callable

VALUES = (
    "", "[]", "{}", "[a, b]", "{a: 1}", "待定", "0", "-1", "0元", "-5万元", "1e400", "NaN", "9" * 31,
    "9" * 29 + "亿元", "5%", "-100%", "1家", "5人", "1–2万元", "≥1万元", "<3家", "约2400元", "2026-02-30",
    "2025-05-08", "0001-01-01", "M13", "FY", "no", "~", "x/y.z", "a:b/c", "objectives/revenue.target", "约",
    "１８０万元", "180 万", "7.5万元/人/月", "«x»", '"<b>"', "region-manager", "previous", "1:1", "&x 1", "*x",
    "!!str 1", "｛a｝", "文字",
)  # fmt: skip
"""What is put where a value stood: other types, other units, nonsense."""

SIGNS = (
    "\x00", "\x07", "\t", "\r", "\u200b", "\u202e", "\ufeff", "\u2028", "：", "，", "１", "“", "｛", "》", "　",
    "&", "*", "!", "{{", "}}", "｛｛", "[", "]", "{", "}", '"', "'", "#", "- ", ": ", "|", ">", "<script>", "```",
    "```plan-x\n", "%", "\\", "😀", "](javascript:", "---\n", "\u0301",
)  # fmt: skip
"""What is put anywhere: control, hidden and full-width characters, syntax out of place."""

VALUE = re.compile(r"(?<=: )[^,{}\[\]\n#]+")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
KEY = re.compile(r"[\w-]+(?=:)")

Slip = Callable[[str, random.Random], str]


def without_a_line(text: str, dice: random.Random) -> str:
    """A line is lost."""
    lines = text.splitlines(keepends=True)
    del lines[dice.randrange(len(lines))]
    return "".join(lines)


def with_a_line_twice(text: str, dice: random.Random) -> str:
    """A line stands twice."""
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    return "".join([*lines[: at + 1], *lines[at:]])


def with_lines_swapped(text: str, dice: random.Random) -> str:
    """Two lines have changed places."""
    lines = text.splitlines(keepends=True)
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def with_another_indentation(text: str, dice: random.Random) -> str:
    """A line begins at another column."""
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    lines[at] = " " * dice.randint(0, 8) + lines[at].lstrip(" ")
    return "".join(lines)


def with_another_value(text: str, dice: random.Random) -> str:
    """A value is of another type."""
    return _replaced(VALUE, text, dice, dice.choice(VALUES))


def with_a_word_for_a_number(text: str, dice: random.Random) -> str:
    """A number has become a text, or another number."""
    return _replaced(NUMBER, text, dice, dice.choice(("若干", "NaN", "0", "-1", "1e9", "１２", "9" * 40, "1,0,9", "")))


def with_another_key(text: str, dice: random.Random) -> str:
    """A key has another name: one of the same file, or one that nobody knows."""
    names = KEY.findall(text) or ["x"]
    return _replaced(KEY, text, dice, dice.choice((dice.choice(names), "FY", "no", "a b", "tаrget", "目标", "''")))


def cut_off(text: str, dice: random.Random) -> str:
    """The file ends too early."""
    return text[: dice.randrange(len(text))]


def with_a_sign(text: str, dice: random.Random) -> str:
    """A sign that does not belong there stands somewhere."""
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(SIGNS) + text[at:]


def _replaced(pattern: re.Pattern[str], text: str, dice: random.Random, new: str) -> str:
    places = list(pattern.finditer(text))
    if not places:
        return new + text
    place = dice.choice(places)
    return text[: place.start()] + new + text[place.end() :]


SLIPS: tuple[Slip, ...] = (
    without_a_line,
    with_a_line_twice,
    with_lines_swapped,
    with_another_indentation,
    with_another_value,
    with_another_value,
    with_a_word_for_a_number,
    with_another_key,
    cut_off,
    with_a_sign,
)
"""Every slip; another value is the most frequent one of writers, and so stands twice."""


def mutant(text: str, seed: int) -> str:
    """A text with one slip. The text has at least one line."""
    dice = random.Random(seed)
    return dice.choice(SLIPS)(text, dice)
