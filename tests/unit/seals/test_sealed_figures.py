"""The figures of a sealed year: the same digits for ever, or the difference is told."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from plangen.compute.verbs import VERBS
from plangen.values import Address, Key, Quantity
from plangen.workspace import open_handbook, open_revision
from unit.seals.closed import PageHost, build, commit, edit, found, make, seal


def another_engine(patch: pytest.MonkeyPatch) -> None:
    """Formulas come out one yuan higher from now on."""
    right = VERBS["formula"]

    def wrong(known: Sequence[Quantity], settings: Mapping[str, object]) -> Quantity:
        quantity = right(known, settings)
        return Quantity.exact(quantity.value + 1, quantity.unit)

    patch.setitem(VERBS, "formula", wrong)


def test_an_engine_that_computes_another_digit_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bonus is 10% of 120万元: old, new and formula; what follows from it is counted, not listed."""
    another_engine(monkeypatch)
    assert [(finding.code, finding.args["address"]) for finding in found(root)] == [
        ("PG702", "demo:objectives/bonus.target")
    ]
    args = found(root)[0].args
    assert (args["old"], args["new"], args["rule"]) == ("12 万元", "12.0001 万元", "revenue × 10%")
    assert str(found(root)[0].span) == "content/2025/demo/objectives.yml:7:11"
    assert build(root).status == 1
    assert not (root / "site").exists()


def test_a_file_that_changed_is_not_blamed_on_the_engine(root: Path) -> None:
    """Its figures are told with the file."""
    edit(root, "2025/demo/objectives.yml", "120万元", "130万元")
    assert {finding.code for finding in found(root)} == {"PG701"}


def test_settings_go_on_to_hold_for_a_sealed_year(root: Path) -> None:
    """Its day, by which February is late, and its tolerance: another one for the year after moves no digit."""
    figures = open_handbook(root).figures
    late = Key(2025, Address("demo", "objectives", ("revenue",), "late"))
    assert figures[late].quantity.value == 1
    edit(root, "handbook.yml", "as_of: 2025-03-05", "as_of: 2025-12-05")
    assert open_handbook(root).figures[late].quantity.value == 1
    assert found(root) == []


def test_another_tolerance_moves_no_digit_of_a_sealed_year(tmp_path: Path, host: PageHost) -> None:
    """About 2400 is more than 2300 within 1%, and nobody knows within 20%: the prize of 2025 stays."""
    root = make(tmp_path)
    edit(root, "handbook.yml", "title", "tolerance: 1%\ntitle")
    text = (
        'cost: {name: 费用, target: 约2400元}\nprize: {name: 奖, target: "= if(cost > 2300元, 1万元, 2万元)"}\nbonus:'
    )
    edit(root, "2025/demo/objectives.yml", "bonus:", text)
    key = Key(2025, Address("demo", "objectives", ("prize",), "target"))
    assert open_handbook(root).figures[key].quantity.value == 10_000
    seal(root)
    edit(root, "handbook.yml", "tolerance: 1%", "tolerance: 20%")
    assert found(root) == []
    assert open_handbook(root).figures[key].quantity.value == 10_000


def test_a_sealed_year_means_the_scenario_that_it_was_sealed_with(tmp_path: Path, host: PageHost) -> None:
    """Making the stretch the binding one afterwards is no way to change the plan."""
    root = make(tmp_path)
    overlay = root / "content/2025/demo/scenarios/stretch.yml"
    overlay.parent.mkdir()
    overlay.write_text("objectives: {revenue: {target: 130万元, channel: {dealer: 90万元}}}\n", encoding="utf-8")
    seal(root)
    edit(root, "handbook.yml", "title", "years: {2025: {state: closed, binding: stretch}}\ntitle")
    revenue = Key(2025, Address("demo", "objectives", ("revenue",), "target"))
    assert open_handbook(root).figures[revenue].quantity.value == 1_200_000
    assert found(root) == []


def test_a_revision_reads_a_sealed_year_as_sealed(root: Path) -> None:
    """With its own day and its own shared files, so that a comparison with today tells no change of it."""
    edit(root, "handbook.yml", "as_of: 2025-03-05", "as_of: 2025-12-05")
    edit(root, "shared/dimensions.yml", "channel:", "product: {name: 产品, members: {a: {name: 甲}}}\nchannel:")
    commit(root)
    then, now = open_revision(root, "HEAD"), open_handbook(root)
    assert then.handbook is not None
    assert list(then.handbook.dimensions[2025].axes) == ["channel", "region", "person"]
    assert then.handbook.state(2025) == "sealed"
    assert {key: figure.quantity for key, figure in then.figures.items()} == {
        key: figure.quantity for key, figure in now.figures.items()
    }


def test_a_handbook_that_cannot_be_read_changes_no_figure(root: Path) -> None:
    """The broken file is told, and nothing of the sealed year."""
    (root / "content/handbook.yml").write_bytes(b"format: [")
    assert found(root) == []
    edit(root, "2025/demo/plan.yml", "FY", "Q1")
    assert [finding.code for finding in found(root)] == ["PG701"]
