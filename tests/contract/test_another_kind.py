"""A section kind from another distribution: one folder and an entry point, and nothing of plangen is touched."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner

from handbooks import write_handbook
from numbered import numbered
from plangen import catalogue
from plangen.cli import main
from plangen.workspace import open_handbook

FILES = {
    "fleet_kind/__init__.py": '"""Vehicles."""',
    "fleet_kind/labels.py": """\
        TITLE = {"zh": "车辆", "en": "Vehicles"}
        ORDER = 900
        FIRST = False
        FIELDS = {"plate": ("车牌", "plate")}
        MEASURES = {"fuel": ("油费", "fuel")}
        """,
    "fleet_kind/model.py": """\
        from typing import ClassVar
        from plangen.model import Amount, Date, Id, Item, Months, RoleRef, Section, Text

        class Vehicle(Item):
            answered_by: ClassVar[frozenset[str]] = frozenset({"driver"})
            name: Text
            driver: RoleRef | None = None
            plate: Text
            price: Amount
            months: Months
            inspection: Date | None = None

        class Fleet(Section):
            root: ClassVar[str] = "items"
            invisible: ClassVar[frozenset[str]] = frozenset({"items"})
            items: dict[Id, Vehicle]
        """,
    "fleet_kind/rules.py": """\
        from plangen.compute import Rule
        from plangen.values import YUAN

        def rules(section, scope):
            for car in section.items.values():
                inputs = (scope.key(car.address("price")), scope.key(car.address("months")))
                yield Rule(scope.key(car.address("fuel")), "product", inputs, car.span(), {"units": (YUAN,)})
        """,
    "fleet_kind/views.py": """\
        from plangen.views import Column, Num, Row, Table

        def blocks(section, scope):
            columns = (Column("name", "车"), Column("fuel", "油费", "元", numeric=True))
            yield Table("fleet", "车辆", columns, tuple(
                Row(((car.name,), (Num(scope.quantity(car.address("fuel")), address=car.address("fuel")),)), id=car.id)
                for car in section.items.values()))

        def cards(section, scope):
            return ()

        def summary(section, scope):
            return ("车辆",)

        lede = summary
        """,
    "fleet_kind/dates.py": """\
        from plangen.views import Due

        def dates(section, scope):
            for car in section.items.values():
                if car.inspection and car.inspection.value:
                    yield Due(car.inspection.value, car.name, scope.word("年检", "inspection"), car.address())
        """,
    "fleet_kind/checks.py": """\
        from plangen.findings import Finding, Level, check

        @check("FLT101", Level.WARNING, takes="fleet", zh="{name}没有车牌号", en="{name} has no plate number",
               fix_zh="写车牌", fix_en="write the plate")
        def plates(section, scope):
            \"\"\"Plates have a number.\"\"\"
            for car in section.items.values():
                if not any(sign.isdigit() for sign in car.plate):
                    yield Finding("FLT101", car.span("plate"), {"name": car.name}, scope.year, car.address())
        """,
    "fleet_kind/example.yml": "van: {name: 送货车, plate: 沪A12345, price: 500元/月, months: 12月}\n",
    "fleet_kind-1.0.dist-info/entry_points.txt": "[plangen.sections]\nfleet = fleet_kind\n",
    "fleet_kind-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: fleet_kind\nVersion: 1.0\n",
}
PLANS = {
    "fleet.yml": "van: {name: 送货车, plate: 未上, price: 500元/月, months: 12月, inspection: 2026-06-18}\n",
    "2025/demo/plan.yml": "name: 试验计划\nperiod: FY\n",
    "2025/demo/fleet.yml": "van: {name: 送货车, plate: 沪A12345, price: 400元/月, months: 12月}\n",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A handbook with a file of that kind, on a machine that has the distribution."""
    for name, text in FILES.items():
        path = tmp_path / "installed" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    catalogue.kinds.cache_clear()
    catalogue._load_kind.cache_clear()
    yield write_handbook(tmp_path / "handbook", PLANS)
    for name in [name for name in sys.modules if name.startswith("fleet_kind")]:
        del sys.modules[name]
    from plangen.findings import CHECKS, CODES

    CHECKS.pop("FLT101", None)
    CODES.pop("FLT101", None)
    catalogue.kinds.cache_clear()
    catalogue._load_kind.cache_clear()


def said(root: Path, *words: str) -> str:
    """What a command prints."""
    result = CliRunner().invoke(main, ["-C", str(root), *words], prog_name="plangen")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_it_is_computed_checked_shown_and_compared(root: Path) -> None:
    """Each in its own words: 500 × 12 = 6,000, and 400 × 12 = 4,800 the year before."""
    assert "送货车没有车牌号" in said(root, "check")
    assert "油费·2026 年        0.6 万元" in said(root, "explain", "demo:fleet/van.fuel", "--year", "2026")
    pages = {page.path: page for page in open_handbook(root).book(2026).pages}
    assert pages["demo/fleet.md"].title == "车辆"
    told = said(root, "diff", "2025", "2026")
    assert "车牌" in told
    assert "沪A12345 → 未上" in told
    assert "送货车·油费 4,800 元 → 6,000 元（+1,200 元，+25.0%）" in told


def test_it_takes_part_in_the_calendar(root: Path) -> None:
    """On the page of the year and of the plan, and in the calendar file."""
    book = open_handbook(root).book(2026)
    slots = {page.path: re.sub(r"<[^>]*>", "", "".join(page.slots.values())) for page in book.pages}
    for path in ("calendar.md", "demo/calendar.md"):
        assert "6-18 周四" in slots[path]
        assert "年检" in slots[path]
    assert "DTSTART;VALUE=DATE:20260618" in book.media["demo/calendar.ics"].decode()


def test_its_items_stand_on_the_pages_of_roles(root: Path) -> None:
    """Of who drives, in the plain list, with the figures; counted for that role and not for the plan's owner."""
    plan = root / "content/2026/demo"
    (plan / "org.yml").write_text(
        "roles:\n  lead: {name: 队长}\n  rep: {name: 司机, reports_to: lead}\n", encoding="utf-8"
    )
    (plan / "plan.yml").write_text("name: 试验计划\nowner: lead\n", encoding="utf-8")
    car = "van: {name: 送货车, plate: 未上, price: 500元/月, months: 12月, driver: rep}\n"
    (plan / "fleet.yml").write_text(car, encoding="utf-8")
    book = open_handbook(root).book(2026)
    pages = {page.path: numbered(book, page.path) for page in book.pages}
    assert '<a href="../../../demo/fleet/#van">送货车</a>' in pages["roles/demo/rep.md"]
    assert 'data-address="demo:fleet/van.price">500' in pages["roles/demo/rep.md"]
    assert 'data-tally="load demo demo:org/rep fleet">1' in pages["responsibility/demo.md"].replace("<a", "").replace(
        ' href="../../roles/demo/rep/#role-fleet">', ""
    )
    assert "送货车" not in pages["roles/demo/lead.md"].partition('id="told"')[0]


def test_it_has_a_scaffold_and_a_schema(root: Path) -> None:
    """As any kind has."""
    said(root.parent, "new", "handbook", "first")
    assert not list((root.parent / "first").rglob("fleet.yml"))
    said(root, "schema")
    assert '"plate"' in (root / "schema/fleet.json").read_text(encoding="utf-8")
    (root / "content/2026/demo/fleet.yml").unlink()
    said(root, "new", "section", "fleet", "--plan", "demo", "--year", "2026")
    assert "沪A12345" in (root / "content/2026/demo/fleet.yml").read_text(encoding="utf-8")
