"""Findings as remarks: names that outlive moved lines, weight, order."""

from pathlib import Path

from handbooks import write_handbook
from plangen.findings import Level
from plangen.render.remarks import manuals_of, ranked, remarks_of
from plangen.values import Span
from plangen.views import Remark
from plangen.workspace import open_handbook

WRONG = """\
revenue:
  name: 销售额
  target: 100万元
  channel: {own-store: {target: 40万元}, dealer: {target: 50万元}}
"""
TWICE = "a:\n  name: 甲\nb:\n  name: 乙\nb:\n  name: 丙\n"


def remarks(root: Path, objectives: str) -> list[Remark]:
    """The remarks of a small handbook."""
    workspace = open_handbook(write_handbook(root, {"objectives.yml": objectives}))
    return remarks_of(workspace.findings, workspace.every_figure, "zh")


def remark(level: Level = Level.ERROR, line: int = 1, **more: object) -> Remark:
    """A remark at a line of `a.yml`."""
    return Remark(level, Span.at("a.yml", line, 1), f"at {line}", f"text {line}", f"id-{line}", "OBJ101", **more)  # type: ignore[arg-type]


def test_a_name_does_not_change_when_lines_move(tmp_path: Path) -> None:
    """Lines above the mistake: another line, the same id; another number: another id."""
    (before,) = remarks(tmp_path / "a", WRONG)
    (moved,) = remarks(tmp_path / "b", "# one\n# two\n" + WRONG)
    (other,) = remarks(tmp_path / "c", WRONG.replace("50万元", "45万元"))
    assert (before.span.line + 2, before.id) == (moved.span.line, moved.id)
    assert before.id != other.id


def test_a_name_ignores_a_line_told_in_the_sentence(tmp_path: Path) -> None:
    """A key that stands twice names the line of the first one."""
    before = next(each for each in remarks(tmp_path / "a", TWICE) if each.related)
    moved = next(each for each in remarks(tmp_path / "b", "# one\n" + TWICE) if each.related)
    assert before.text != moved.text
    assert before.id == moved.id


def test_names_are_told_apart(tmp_path: Path) -> None:
    """Two placeholders of one file have the same code and words: GitLab would show the first only."""
    found = remarks(tmp_path, "revenue: {name: XX, target: 100万元}\nleads: {name: XX, target: 100家}\n")
    assert len(found) > 1
    assert len({each.id for each in found}) == len(found)


def test_what_moves_more_figures_weighs_more(tmp_path: Path) -> None:
    """A target that is broken down weighs more than one alone."""
    alone = "leads:\n  name: 线索\n  target: 10家\n  channel: {own-store: {target: 3家}, dealer: {target: 4家}}\n"
    both = WRONG.replace("  channel", "  phasing: {Q1: 25%, Q2: 25%, Q3: 25%, Q4: 25%}\n  channel") + alone
    found = {each.title.split()[1].split(".")[0]: each.weight for each in remarks(tmp_path, both)}
    assert found["demo:objectives/revenue"] > found["demo:objectives/leads"] > 0


def test_order() -> None:
    """Errors first; then by what hangs on it; what follows from another and what is accepted last of its level."""
    light, heavy = remark(line=1, weight=1), remark(line=2, weight=9)
    caused, accepted = remark(line=3, weight=20, cause="id-2"), remark(line=4, weight=30, accepted="so it is")
    warning = remark(Level.WARNING, line=5, weight=99)
    assert ranked([warning, accepted, caused, light, heavy]) == [heavy, light, caused, accepted, warning]


def test_the_same_inside_a_folder() -> None:
    """Paths from the top of the repository, related places too."""
    moved = remark(related=((Span.at("b.yml", 7, 1), "there"),)).inside("plans/")
    assert (str(moved.span), str(moved.related[0][0])) == ("plans/a.yml:1:1", "plans/b.yml:7:1")


def test_the_last_line() -> None:
    """A stretch that ends before the first column of a line does not touch that line."""
    spans = {Span("a", 3, 1, 3, 9): 3, Span("a", 3, 1, 5, 2): 5, Span("a", 3, 1, 5, 1): 4, Span.whole("a"): 1}
    assert [Remark(Level.INFO, span, "", "", "", "").last_line for span in spans] == list(spans.values())


def test_manuals() -> None:
    """One page for each code, in order; a remark of another kind has none here."""
    (page,) = manuals_of([remark(), remark(line=2), Remark(Level.INFO, Span.whole("a"), "", "", "", "moved")])
    assert (page.rule, page.level) == ("OBJ101", Level.ERROR)
    assert "\n" not in page.short
    assert page.full.startswith(page.short)
    assert "Bad:" in page.page
    assert "Bad:" not in page.full
