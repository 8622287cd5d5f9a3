"""The rows: each a management system, where the example handbook shows it, and how each of its checks is provoked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROWS = Path(__file__).parent / "rows"


@dataclass(frozen=True)
class Edit:
    """A change of one file below `content/`: the text `old`, which stands there once, becomes `new`."""

    file: str
    old: str
    new: str

    @property
    def unit(self) -> str:
        """The unit that the file belongs to."""
        return self.file.split("/")[1]


@dataclass(frozen=True)
class Told:
    """A check of a row: a code and one way to see it.

    `edit`: a change of the example that provokes it; `apart`: in a copy of its own, as other changes would disturb it.
    `document`: a document as it was written that shows it. `stands`: year and address of where the example has it.
    `says`: what its message has to name.
    """

    code: str
    holds: str
    says: tuple[str, ...] = ()
    edit: Edit | None = None
    apart: bool = False
    document: str = ""
    stands: str = ""


@dataclass(frozen=True)
class Row:
    """A management system. `shows`: page → block → rows of cells that it has; `none`: why it has no check."""

    id: str
    zh: str
    en: str
    makes: str
    shows: Mapping[str, Mapping[str, tuple[str, ...]]]
    checks: tuple[Told, ...]
    partial: str
    none: str


def rows() -> list[Row]:
    """All rows in the order of their ids."""
    return sorted((row for path in sorted(ROWS.glob("*.yml")) for row in _read(path)), key=lambda row: row.id)


def _read(path: Path) -> Iterator[Row]:
    written: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))["rows"]
    for name, row in written.items():
        shows = {
            page: {name: tuple(cells or ()) for name, cells in there.items()} for page, there in row["shows"].items()
        }
        checks = tuple(_told(check) for check in row.get("checks", ()))
        yield Row(name, row["zh"], row["en"], row["makes"], shows, checks, row.get("partial", ""), row.get("none", ""))


def _told(check: Mapping[str, Any]) -> Told:
    edit = Edit(**check["edit"]) if "edit" in check else None
    says = tuple(str(word) for word in check.get("says", ()))
    ways = {name: check[name] for name in ("apart", "document", "stands") if name in check}
    return Told(check["code"], check["holds"], says, edit, **ways)
