"""Counts of who answers for what, as pages show them, counted again from plan files, findings and other pages."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from independent.staff import Staff

STAFF = {
    "answers", "plans-of", "owed", "judged", "through", "notes", "card", "load", "owes", "roles", "functions",
    "carries", "partakes", "level", "owners",
}  # fmt: skip
"""Counts of who answers for what, of the functions of a plan, of findings by plan and section."""
LEVELS = ("error", "warning", "info", "waived")
STATES = {"": "", "nobodys": "没有人牵头", "shared": "并列："}


@cache
def _staff(content: Path, year: int) -> Staff:
    return Staff(content, year)


def counted(site: Path, content: Path, findings: list[dict[str, Any]], year: int, words: list[str]) -> int:
    """What `data-tally` names: `load adhesives/east-china adhesives:org/finance budget`. `site` has the built pages."""
    kind, *rest = words
    if kind == "level":
        return _of_level(findings, year, rest)
    if kind in ("judged", "notes", "card", "functions") or (kind == "roles" and rest):
        return _on_pages(site / str(year), kind, rest)
    return _in_files(_staff(content, year), kind, rest)


def _in_files(staff: Staff, kind: str, words: list[str]) -> int:
    plan, role, tag = (*words, "", "", "")[:3]
    who = f"{plan}:org/{role}" if role else plan
    counts = {
        "roles": lambda: sum(map(len, staff.roles.values())),
        "answers": lambda: sum(staff.load(each, who) for each in staff.roles),
        "plans-of": lambda: len(staff.plans(who)),
        "owed": lambda: staff.owed(who),
        "owners": lambda: sum(staff.owed(f"{at}:org/{one}") > 0 for at, all_ in staff.roles.items() for one in all_),
        "owes": lambda: staff.owed(role, plan),
        "load": lambda: staff.load(plan, role, tag),
        "through": lambda: staff.through(who, *words[2:]),
        "carries": lambda: staff.duties(plan, role, tag, carried=True),
        "partakes": lambda: staff.duties(plan, role, tag, carried=False),
    }
    return counts[kind]()


def _on_pages(site: Path, kind: str, words: list[str]) -> int:
    """What other lists of the site show one by one."""
    plan, second = (*words, "")[:2]
    if kind in ("roles", "functions"):
        rows = rows_of(site / f"responsibility/{plan}/index.html", "load" if kind == "roles" else "matrix")
        return sum(STATES[second] in row for row in rows)
    if kind == "card":
        cards = (site / f"{plan}/changes/cards/index.html").read_text(encoding="utf-8")
        slip = cards[cards.index(f'id="{second}"') :].partition('<section class="pg-slip"')[0]
        return slip.count("pg-level1")
    html = (site / f"roles/{plan}/{second}/index.html").read_text(encoding="utf-8")
    told = html[html.index('id="told"') :] if 'id="told"' in html else ""
    loud, _, quiet = told.partition('id="changed"')[0].partition('id="notes"')
    return (quiet if kind == "notes" else loud).count('<div class="pg-entry">')


def _of_level(findings: list[dict[str, Any]], year: int, words: list[str]) -> int:
    """Findings of a plan's file by level; `*` is every plan, `-` what stands in none, `other` what is no section."""
    level = words[-1] if words[-1] in LEVELS else ""
    section = next((word for word in words[1:] if word not in LEVELS), "")
    found = 0
    for each in findings:
        home, kind = _home(Path(each["file"]), year)
        state = "waived" if each["waived"] else each["level"]
        fits = words[0] in ("*", home) and section in ("", kind) and level in ("", state)
        found += fits and each["year"] in (year, None)
    return found


def _home(file: Path, year: int) -> tuple[str, str]:
    """The plan of a file, and its section: the name of a YAML file that is no plan's head and lies beside it."""
    inside = file.parts[2:-1] if str(year) in file.parts else ()
    beside = not {"scenarios", "actuals"} & set(inside)
    section = beside and file.suffix == ".yml" and file.stem != "plan"
    home = "/".join(part for part in inside if part not in ("scenarios", "actuals"))
    return home or "-", file.stem if section else "other"


def rows_of(page: Path, name: str) -> list[str]:
    """The rows of a table of a page, without those of groups, rests and totals."""
    html = page.read_text(encoding="utf-8")
    table = re.search(rf'<section class="pg-table"[^>]*data-name="{name}".*?</section>', html, re.DOTALL)
    return re.findall(r'<tr[^>]*class="pg-body.*?</tr>', table[0], re.DOTALL) if table else []
