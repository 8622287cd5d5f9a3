"""Write docs/systems.md: management systems, what plangen makes of each, and where the example shows it.

The rows are those that tests/systems/ holds against the example handbook.

python scripts/systems_reference.py            write the page
python scripts/systems_reference.py --check    say whether the page is current (status 1 if it is not)
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from plangen.catalogue import kinds

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "systems.md"
ROWS = ROOT / "tests" / "systems" / "rows"
GROUPS = ("targets", "money", "organisation", "assessment", "customers", "field-work", "handbook")
LOOK = 3
"""How many pages of the example a row leads to."""
HEAD = """\
# Management systems

<!-- Written by scripts/systems_reference.py from tests/systems/rows. Change the rows, then run it again. -->

Sales handbooks describe the same systems again and again: targets broken down, budgets with caps, customer tiers,
monthly assessment. This page says what plangen makes of each, in which [kind of section](sections.md) it is written,
where the example handbook shows it, and what is checked. A test opens the example and holds every row against it.

plangen publishes plans: it reads YAML, Markdown and CSV, computes, checks, draws and publishes versions.
What happened comes in as [CSV](actuals.md), with its day. It is no CRM, no order system and no workflow engine:
see [what cannot be represented](#what-cannot-be-represented). The id in the first column never changes.
"""
FOOT = """\
## What cannot be represented

Some things belong into other systems. For each of them a handbook holds the rule, the form or list of fields, the
definition of the KPI and its target, and at most the results as a CSV file with its day:

| What | What the handbook holds instead |
| --- | --- |
| Positions of people, check-in by phone | the rule (`policies`), the visits on plan (`kpis`); never a position |
| Photos as evidence | the audit rule of a campaign, the share of visits with a photo |
| Orders, printing, delivery | the procedure, the sales by month and member |
| Clicks that approve or pay | who approves what up to which amount (`budget` caps, `policies` limits) |
| Messages when a line is crossed | the line, response, owner and time limit (`kpis`); the state on the day of a build |
| Decisions about people | conditions and consequences as they are written (`incentives`), never a decision |
| Granting or taking away a level or stars | levels, approvers, moves (`segments`) |
| Cases of complaints | the procedure, the number of complaints as a KPI |
| Collecting answers of a survey | the procedure, the score as a KPI |
| Changing prices in shops | the price rules (`policies`), a price list as a `register` |
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for group in GROUPS for line in table(ROWS / f"{group}.yml")), FOOT])


def table(path: Path) -> Iterator[str]:
    """One group of systems."""
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    yield f"## {written['title']}\n"
    yield "| Id | System | What plangen makes of it | Sections | In the example | Checks |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, row in sorted(written["rows"].items()):
        cells = (name, f"{row['en']} · {row['zh']}", makes(row), sections(row), example(row), checks(row))
        yield "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"
    yield ""


def makes(row: Mapping[str, Any]) -> str:
    """What it becomes; what is held only in part is said."""
    partial = f" **In part:** {row['partial']}" if "partial" in row else ""
    return f"{row['makes']}{partial}"


def sections(row: Mapping[str, Any]) -> str:
    """The kinds of sections that it is written in."""
    named = [page.rpartition("/")[2] for page in row["shows"]]
    found = [f"`{name}`" for name in dict.fromkeys(named) if name in kinds()]
    return ", ".join(found or ["narrative"])


def example(row: Mapping[str, Any]) -> str:
    """Links to the files of the example that the pages are made from."""
    return ", ".join(f"[{page}](../{source(page)})" for page in list(row["shows"])[:LOOK])


def source(page: str) -> str:
    """The file that a page is made from: a section's, or a narrative's."""
    return f"content/{page}.{'yml' if page.rpartition('/')[2] in kinds() else 'md'}"


def checks(row: Mapping[str, Any]) -> str:
    """What is checked, each with its code."""
    if not row.get("checks"):
        return str(row["none"])
    return "; ".join(f"{check['holds']} (`{check['code']}`)" for check in row["checks"])


def run(arguments: list[str]) -> int:
    """Write or check the page; returns the exit status."""
    text = page()
    if "--check" in arguments:
        current = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
        print(
            f"docs/{PAGE.name} is current" if current else f"docs/{PAGE.name} is old: run scripts/systems_reference.py"
        )
        return 0 if current else 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
