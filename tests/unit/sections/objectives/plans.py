"""Small plans with objectives: files in, figures and findings out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from handbooks import HANDBOOK, open_files
from numbered import numbered
from plangen.findings import Finding, message
from plangen.values import Address, Quantity, write_quantity
from plangen.workspace import Workspace

TOLERANT = {"handbook.yml": HANDBOOK + "tolerance: 5%\n"}
LAST_YEAR = {"2025/demo/plan.yml": "name: 计划\n"}


@dataclass(frozen=True)
class Plans:
    """One handbook, read and computed."""

    workspace: Workspace

    def quantity(self, address: str) -> Quantity | None:
        """The figure at an address of the plan `demo`."""
        return self.workspace.scope(2026).quantity(Address.parse(address, plan="demo"))

    def says(self, *addresses: str) -> list[str]:
        """Figures as a reader sees them; — where there is none."""
        found = [self.quantity(address) for address in addresses]
        return ["—" if quantity is None else write_quantity(quantity) for quantity in found]

    @property
    def codes(self) -> list[str]:
        """The codes of all findings."""
        return sorted(finding.code for finding in self.workspace.findings)

    def finding(self, code: str) -> Finding:
        """The only finding of a code."""
        (found,) = (finding for finding in self.workspace.findings if finding.code == code)
        return found

    def message(self, code: str) -> str:
        """The sentence of the only finding of a code."""
        return message(self.finding(code))

    def page(self) -> str:
        """The page of the objectives, all of its fragments, with the address at each number."""
        book = self.workspace.book(2026)
        page = next(page for page in book.pages if page.path == "demo/objectives.md")
        return str(replace(page, slots={"all": numbered(book, page.path)}))


def plans(folder: Path, objectives: str, files: Mapping[str, str] | None = None) -> Plans:
    """A handbook with objectives in the plan `demo`, and other files."""
    return Plans(open_files(folder, {"objectives.yml": objectives, **(files or {})}))


def children(*texts: str, covers: tuple[str, ...] = ()) -> dict[str, str]:
    """Child plans one, two … with the given objectives, each covering a region if one is named."""
    files: dict[str, str] = {}
    for index, text in enumerate(texts):
        name = ("one", "two", "three")[index]
        head = f"name: {name}\n" + (f"covers: {{region: {covers[index]}}}\n" if covers else "")
        files |= {f"2026/demo/{name}/plan.yml": head, f"2026/demo/{name}/objectives.yml": text}
    return files


def last_year(text: str, head: str = "name: 计划\n") -> dict[str, str]:
    """The plan of 2025 with its objectives."""
    return {"2025/demo/plan.yml": head, "2025/demo/objectives.yml": text}


def months(measure: str, *members: str) -> list[str]:
    """The addresses of the twelve months of a figure of `revenue`."""
    suffix = "".join(f"/{member}" for member in members)
    return [f"objectives/revenue.{measure}@M{month:02}{suffix}" for month in range(1, 13)]
