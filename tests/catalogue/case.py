"""One check of the source documents: what a document says, as a small handbook, and what has to come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handbooks import open_files
from plangen.findings import Finding, message
from plangen.values import Address, Quantity, read_quantity
from plangen.workspace import Workspace

MISSING = "，另有 "


@dataclass(frozen=True)
class Case:
    """The plan `demo` of 2026 as a document has it, with everything that must be found and what must be computed.

    `finds` are all findings in order: a code and the texts that its sentence must hold, the wrong number first of all.
    `figures` are numbers by address, as they would be written: 待定 is an unset figure, `，另有 2 项未定` counts the
    parts of a sum that are not set. `unset` is how many values are expected and not given.
    """

    check: str
    files: Mapping[str, str]
    finds: tuple[tuple[str, ...], ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    unset: int = 0
    year: int = 2026

    def run(self, root: Path) -> None:
        """Assert that exactly this comes out."""
        workspace = open_files(root, self.files)
        found = [said(finding) for finding in workspace.findings]
        assert [code for code, _ in found] == [code for code, *_ in self.finds], "\n".join(text for _, text in found)
        for (_, text), (_, *parts) in zip(found, self.finds, strict=True):
            assert [part for part in parts if part not in text] == [], text
        for address, expected in self.figures.items():
            quantity = figure(workspace, self.year, address)
            assert quantity is not None, f"there is no figure {address}"
            assert same(quantity, expected), f"{address} is {quantity}, not {expected}"
        assert workspace.unset_count() == self.unset


def said(finding: Finding) -> tuple[str, str]:
    """The code of a finding, and its sentence with the code before it."""
    return finding.code, f"{finding.code} {message(finding)}"


def figure(workspace: Workspace, year: int, address: str) -> Quantity | None:
    """The quantity at an address of the plan `demo`."""
    return workspace.figures.quantity(year, Address.parse(address, "demo"))


def same(quantity: Quantity, text: str) -> bool:
    """Whether a quantity is what a text says: ends, unit, 约, bounds, unset, and the parts that are missing."""
    number, _, missing = text.partition(MISSING)
    if number == "待定":
        return quantity.unset
    expected = read_quantity(number, kind="any")
    lacking = int(missing.removesuffix(" 项未定") or 0)
    return expected.same_as(quantity) and expected.about == quantity.about and quantity.missing == lacking
