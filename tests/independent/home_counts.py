"""What the home page adds up: how many business units have the same measure, and how many had it the year before."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from independent.export import Name, Row, number_of

HOME = {"sections", "targets", "comparable", "reported"}
"""What is counted on the home page alone."""


def home_counts(root: Path, year: int, what: str, figures: Mapping[Name, Row]) -> int:
    """Units whose first target is the commonest one; of these those that both years know, or that have reported."""
    if what == "sections":
        files = (root / f"content/{year}").rglob("*.yml")
        return sum(file.name != "plan.yml" and (file.parent / "plan.yml").is_file() for file in files)
    firsts = dict(_firsts(root, year))
    measures = Counter(item for plan, item in firsts.items() if _is_money(figures, year, plan, item))
    (measure, _) = measures.most_common(1)[0]
    same = [plan for plan, item in firsts.items() if item == measure]
    if what == "targets":
        return len(same)
    known = [plan for plan in same if _is_known(figures, year, f"{plan}:objectives/{measure}.target")]
    if what == "comparable":
        return sum(_is_known(figures, year - 1, f"{plan}:objectives/{measure}.target") for plan in known)
    return sum(_is_known(figures, year, f"{plan}:objectives/{measure}.ytd.actual") for plan in known)


def _firsts(root: Path, year: int) -> list[tuple[str, str]]:
    """The business units with the id of their first objective."""
    files = sorted((root / f"content/{year}").glob("*/objectives.yml"))
    found = [(file.parent.name, re.search(r"^([\w-]+):", file.read_text("utf-8"), re.MULTILINE)) for file in files]
    return [(plan, first[1]) for plan, first in found if first]


def _is_known(figures: Mapping[Name, Row], year: int, address: str) -> bool:
    row = figures.get((year, "", address))
    return row is not None and not number_of(row).unset


def _is_money(figures: Mapping[Name, Row], year: int, plan: str, item: str) -> bool:
    return _is_known(figures, year, f"{plan}:objectives/{item}.target")
