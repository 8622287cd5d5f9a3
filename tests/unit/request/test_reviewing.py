"""What a review tells of a branch, and that the branch cannot lower the rules that it is judged by."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from handbooks import HANDBOOK, write_handbook
from plangen.cli import main
from plangen.request.markdown import render_markdown
from plangen.source.git import RevisionRefused
from repositories import commit, run_git
from unit.request.requests import FILES, OBJECTIVES, RULES, asked, edit, edits_of, needed, repository, reviewed

FREEZE = ["freeze", "2025", "--by", "总监", "--date", "2026-01-05"]
LARGER = ("objectives.yml", "60万元", "72万元")
SCENARIO = "objectives: {revenue: {channel: {dealer: {target: 90万元}}}}\n"


def test_nothing_changes_where_only_the_form_does(tmp_path: Path) -> None:
    """Other order, other lines: nothing is told, no page differs, nobody is asked."""
    moved = "visits: {better: higher, owner: manager, target: 200家, name: 拜访}\n"
    plain = "visits: {name: 拜访, target: 200家, better: higher, owner: manager}\n"
    found = reviewed(tmp_path, ("objectives.yml", plain, f"\n# 说明\n{moved}"))
    assert found.is_empty
    assert (found.pages, found.needs, found.is_refused) == ((), (), False)


def test_an_edit_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    """The dealers' 60万元 become 72万元 (+20%): the director approves; the pages that show it are named."""
    found = reviewed(tmp_path, LARGER)
    assert edits_of(found) == ["2026 changed demo:objectives/revenue/channel/dealer.target"]
    assert needed(found) == {"director": ["changed demo:objectives/revenue/channel/dealer.target"]}
    links = {page.link for page in found.pages}
    assert "2026/demo/objectives/#revenue-dealer" in links
    assert not any("org" in link or "budget" in link for link in links)
    assert [card.name for card in found.years[0].cards] == ["区域经理"]


def test_the_rules_of_the_base_hold(tmp_path: Path) -> None:
    """A branch that lets the manager approve everything is still the director's: for its target, and for its rules."""
    found = reviewed(tmp_path, LARGER, ("handbook.yml", "above: 5%, by: director", "above: 500%, by: manager"))
    rules = [edit for role in needed(found).values() for edit in role if "handbook" in edit]
    assert set(needed(found)) == {"director"}
    assert len(rules) == 1
    assert found.changes_rules


def test_an_older_branch_has_no_older_rules(tmp_path: Path) -> None:
    """Main asks the director from 1% on since the branch left it: +4% is the director's too."""
    repository(tmp_path)
    edit(tmp_path, ("objectives.yml", "200家", "208家"))
    commit(tmp_path, "2026-01-02")
    assert set(needed(asked(tmp_path, "main...spring"))) == {"manager"}
    run_git(tmp_path, "switch", "--quiet", "main")
    edit(tmp_path, ("handbook.yml", "above: 5%", "above: 1%"))
    commit(tmp_path, "2026-01-03")
    assert set(needed(asked(tmp_path, "main...spring"))) == {"manager", "director"}


def test_a_sealed_year_is_not_changed(tmp_path: Path) -> None:
    """An edit in a year that main has sealed is an error, also where the branch takes the seal away with it."""
    old = {"2025/demo/plan.yml": "name: 试验计划\nperiod: FY\n", "2025/demo/market.md": "# 市场\n\n一。\n"}
    write_handbook(tmp_path, {**FILES, **old})
    commit(tmp_path)
    assert CliRunner().invoke(main, ["-C", str(tmp_path), *FREEZE]).exit_code == 0
    commit(tmp_path, "2026-01-02")
    run_git(tmp_path, "switch", "--quiet", "--create", "spring")
    edit(tmp_path, ("2025/demo/market.md", "一。", "二。"))
    seals = sorted((tmp_path / "sealed").iterdir())
    for path in seals:
        path.unlink()
    commit(tmp_path, "2026-01-03")
    found = asked(tmp_path)
    changed = {each.finding.span.file for each in found.problems.new}
    assert {"content/2025/demo/market.md", *(f"sealed/{path.name}" for path in seals)} <= changed
    assert (found.is_refused, found.outside) == (True, ())


def test_a_waiver_in_the_same_request_is_shown_and_asked_for(tmp_path: Path) -> None:
    """The sum that does not add up is waived by the branch itself: no error, but a change of the rules."""
    files = {**FILES, "objectives.yml": OBJECTIVES.replace("owner: manager\n  channel", "target: 100万元\n  channel")}
    waiver = (
        "waivers:\n"
        "  - {code: OBJ101, address: 'demo:objectives/revenue.target.rollup/channel', reason: 已定, owner: manager, "
        "until: 2026-12-31}\n"
    )
    plain = reviewed(tmp_path / "plain", LARGER, files=files)
    assert ([each.finding.code for each in plain.problems.new], plain.is_refused) == (["OBJ101"], True)
    found = reviewed(tmp_path / "waived", LARGER, ("handbook.yml", "review:", waiver + "review:"), files=files)
    assert ([each.code for each in found.problems.waived], found.is_refused) == (["OBJ101"], False)
    assert found.changes_rules
    assert any("handbook.waivers" in each for each in needed(found)["director"])


def test_what_others_changed_since_is_not_told(tmp_path: Path) -> None:
    """With three dots the branch is compared with where it left main; with two, with what main is now."""
    repository(tmp_path)
    edit(tmp_path, LARGER)
    commit(tmp_path, "2026-01-02")
    run_git(tmp_path, "switch", "--quiet", "main")
    edit(tmp_path, ("objectives.yml", "200家", "300家"))
    commit(tmp_path, "2026-01-03")
    mine = "2026 changed demo:objectives/revenue/channel/dealer.target"
    assert edits_of(asked(tmp_path, "main...spring")) == [mine]
    assert sorted(edits_of(asked(tmp_path, "main..spring"))) == [mine, "2026 changed demo:objectives/visits.target"]


def test_the_files_as_they_are(tmp_path: Path) -> None:
    """Without a head, what is not committed yet counts; also new files that are no content."""
    repository(tmp_path)
    edit(tmp_path, LARGER)
    (tmp_path / "notes.txt").write_text("x")
    found = asked(tmp_path, "main..")
    assert edits_of(found) == ["2026 changed demo:objectives/revenue/channel/dealer.target"]
    assert (found.after, found.outside) == ("工作区", ("notes.txt",))


def test_code_of_the_branch_is_not_run(tmp_path: Path) -> None:
    """A hook and a plugin in the branch's mkdocs.yml stay text; they are named, to be reviewed as code."""
    repository(tmp_path)
    trap = tmp_path / "trapped"
    (tmp_path / "trap.py").write_text(f"open({str(trap)!r}, 'w')\n")
    config = (tmp_path / "mkdocs.yml").read_text()
    (tmp_path / "mkdocs.yml").write_text(config + "hooks: [trap.py]\nextra: !!python/object/apply:os.getcwd []\n")
    commit(tmp_path, "2026-01-02")
    assert asked(tmp_path).outside == ("mkdocs.yml", "trap.py")
    assert not trap.exists()


def test_a_later_commit_alone_changes_nothing(tmp_path: Path) -> None:
    """Where the handbook names no day, its last commit does: both sides are judged on the day of the branch.

    A waiver ended between the two commits: that is no problem of the branch.
    """
    waiver = "waivers:\n  - {code: OBJ101, reason: 已定, owner: manager, until: 2026-01-01}\n"
    contradiction = OBJECTIVES.replace("owner: manager\n  channel", "target: 90万元\n  channel")
    head = (HANDBOOK + waiver).replace("as_of: 2026-01-05\n", "")
    found = reviewed(
        tmp_path,
        ("objectives.yml", "name: 销售额", "name: 销售收入"),
        files={**FILES, "handbook.yml": head, "objectives.yml": contradiction, "2025/demo/plan.yml": "name: 甲\n"},
    )
    assert (found.problems.new, found.problems.gone) == ((), ())
    assert {page.year for page in found.pages} == {2026}


def test_a_year_that_came_and_one_that_went(tmp_path: Path) -> None:
    """Both are said; all of it is above every limit, so that whoever approves large changes and rules is asked."""
    last = {**FILES, "2025/demo/plan.yml": "name: 试验计划\nperiod: FY\n"}
    repository(tmp_path, last)
    run_git(tmp_path, "mv", "content/2025", "content/2027")
    commit(tmp_path, "2026-01-02")
    found = asked(tmp_path)
    assert (found.added, found.removed) == ((2027,), (2025,))
    assert needed(found) == {"director": ["2025", "2027"]}
    assert {page.way for page in found.pages if page.year == 2027} == {"added"}
    assert {page.link for page in found.pages if page.year == 2025} == {""}


def test_what_all_years_share_is_told_once(tmp_path: Path) -> None:
    """A setting of the handbook belongs to the newest year."""
    files = {**FILES, "2025/demo/plan.yml": "name: 试验计划\nperiod: FY\n"}
    found = reviewed(tmp_path, ("handbook.yml", "title: 试验手册", "title: 手册"), files=files)
    assert edits_of(found) == ["2026 changed handbook.title"]


def test_accepted_changes_are_apart(tmp_path: Path) -> None:
    """What the base accepts is not among the edits, but with its reason; an acceptance that nothing needs is named."""
    accepts = (
        "  accepted:\n"
        "    - {address: objectives/revenue.target/dealer, reason: 已定, owner: manager, until: 2026-12-31}\n"
        "    - {address: objectives/visits.target, reason: 也定, owner: manager, until: 2026-12-31}\n"
    )
    found = reviewed(tmp_path, LARGER, files={**FILES, "handbook.yml": HANDBOOK + RULES + accepts})
    assert edits_of(found) == []
    assert [each.reason for each in found.years[0].accepted.edits.values()] == ["已定"]
    assert [each.reason for each in found.stale] == ["也定"]
    assert set(needed(found)) == {"director"}, "accepting a change is not approving it"


def test_a_scenario_of_its_own(tmp_path: Path) -> None:
    """A scenario's file raises its dealers from 90万元 to 96万元: the year stays, the scenario is told."""
    heads = "years: {2026: {binding: base, scenarios: {base: 目标, stretch: 挑战}}}\n"
    files = {**FILES, "handbook.yml": HANDBOOK + heads, "2026/demo/scenarios/stretch.yml": SCENARIO}
    found = reviewed(tmp_path, ("2026/demo/scenarios/stretch.yml", "90万元", "96万元"), files=files)
    assert [each.title for each in found.years[0].scenarios] == ["挑战"]
    assert found.years[0].scenarios[0].following.figures > 0
    assert len(found.years[0].changes.effects) == 0


def test_a_scenario_beside_the_year(tmp_path: Path) -> None:
    """Only what its own file moves is told of it: the dealers' target, not the trips that the year's budget has now.

    48 figures follow as without the other edits, and the own stores' 12 months and 4 quarters, which are rounded
    together with the dealers'; the total follows from the own stores' edit too.
    """
    heads = "years: {2026: {binding: base, scenarios: {base: 目标, stretch: 挑战}}}\n"
    files = {**FILES, "handbook.yml": HANDBOOK + heads, "2026/demo/scenarios/stretch.yml": SCENARIO}
    edits = ("objectives.yml", "40万元", "50万元"), ("budget.yml", "10次", "20次")
    found = reviewed(tmp_path, ("2026/demo/scenarios/stretch.yml", "90万元", "96万元"), *edits, files=files)
    following = found.years[0].scenarios[0].following
    assert {told.effect.address.kind for told in following.told} == {"objectives"}
    assert (following.figures, following.together) == (48 + 16, 1)


def test_neither_side_can_be_read(tmp_path: Path) -> None:
    """Nothing was compared, which is told: it does not mean that nothing changed."""
    broken = {**FILES, "handbook.yml": HANDBOOK.replace("format: 1", "format: {")}
    found = reviewed(tmp_path, ("budget.yml", "10次", "20次"), files=broken)
    assert found.unread == ("main", "spring")
    assert not found.is_empty


def test_a_branch_that_mends_the_handbook(tmp_path: Path) -> None:
    """Its years are not called new: the base has them, and cannot be read."""
    broken = {**FILES, "handbook.yml": HANDBOOK.replace("format: 1", "format: {")}
    found = reviewed(tmp_path, ("handbook.yml", "format: {", "format: 1"), files=broken)
    assert (found.unread, found.added) == (("main",), ())


def test_a_branch_that_cannot_be_read(tmp_path: Path) -> None:
    """Its errors are told; nothing is said to be removed."""
    found = reviewed(tmp_path, ("handbook.yml", "format: 1", "format: {"))
    assert found.is_refused
    assert (found.years, found.removed, found.pages) == ((), (), ())


def test_a_plan_file_that_cannot_be_read(tmp_path: Path) -> None:
    """What it held is not called removed."""
    found = reviewed(tmp_path, ("budget.yml", "travel:", "travel: ["))
    assert found.is_refused
    assert edits_of(found) == []
    assert len(found.years[0].report.unread) == 1


def test_no_history_in_common(tmp_path: Path) -> None:
    """Two branches of two roots cannot be compared by where they parted."""
    repository(tmp_path)
    run_git(tmp_path, "checkout", "--quiet", "--orphan", "other")
    commit(tmp_path, "2026-01-02")
    with pytest.raises(RevisionRefused, match="no history in common"):
        asked(tmp_path, "main...other")


def test_an_amendment_may_come_and_nothing_else(tmp_path: Path) -> None:
    """The corrected text and its seal are no error; a further edit, another archive and an edit on its own are one."""
    write_handbook(tmp_path, {**FILES, "2025/demo/plan.yml": "name: 试验计划\n", "2025/demo/market.md": "一。\n"})
    commit(tmp_path)
    assert CliRunner().invoke(main, ["-C", str(tmp_path), *FREEZE]).exit_code == 0
    commit(tmp_path, "2026-01-02")
    run_git(tmp_path, "switch", "--quiet", "--create", "spring")
    edit(tmp_path, ("2025/demo/market.md", "一。", "二。"))
    assert [each.finding.code for each in asked(tmp_path, "main..").problems.new] == ["PG701"]
    amend = ["amend", "2025", "--reason", "笔误", "--by", "李文", "--date", "2026-02-03"]
    assert CliRunner().invoke(main, ["-C", str(tmp_path), *amend]).exit_code == 0
    commit(tmp_path, "2026-01-03")
    found = asked(tmp_path)
    assert (found.problems.new, [(seal.stem, seal.by) for seal in found.seals]) == ((), [("2025.1", "李文")])
    assert "- **订正已封存的 2025 年**：李文，2026-02-03，笔误" in render_markdown(found)
    edit(tmp_path, ("2025/demo/market.md", "二。", "三。"))
    archive = tmp_path / "sealed/2025.1.zip"
    archive.write_bytes(archive.read_bytes() + b"x")
    commit(tmp_path, "2026-01-04")
    wrong = {each.finding.span.file for each in asked(tmp_path).problems.new}
    assert wrong == {"content/2025/demo/market.md", "sealed/2025.1.zip"}
