"""`plangen diff`: versions in, a report out, and the status that a script reads."""

import json
from pathlib import Path
from shutil import rmtree

import pytest
from click.testing import CliRunner, Result

from handbooks import HANDBOOK, write_handbook
from plangen.cli import main
from repositories import commit, run_git

TARGET = "revenue: {name: 销售额, target: %s}\nvisits: {name: 拜访, target: %s}\n"


def files(revenue: str, visits: str) -> dict[str, str]:
    """A handbook of two years, two plans and a scenario; 2026 as given."""
    return {
        "handbook.yml": HANDBOOK,
        "shared/dimensions.yml": "region: {name: 区域, members: {zhejiang: {name: 浙江}}}\n",
        "2025/demo/plan.yml": "name: 试验计划\n",
        "2025/demo/objectives.yml": TARGET % ("80万元", "30家"),
        "2026/demo/plan.yml": "name: 试验计划\n",
        "2026/demo/objectives.yml": TARGET % (revenue, visits),
        "2026/demo/scenarios/stretch.yml": "name: 挑战\nobjectives: {revenue: {target: 300万元}}\n",
        "2026/other/plan.yml": "name: 另一计划\n",
        "2026/other/objectives.yml": "calls: {name: 电话, target: 10次}\n",
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """`main` has 100万元 and 30家 for 2026, the folder 200万元 and 31家."""
    write_handbook(tmp_path, files("100万元", "30家"), plain=True)
    commit(tmp_path)
    return write_handbook(tmp_path, files("200万元", "31家"), plain=True)


def run(root: Path, *args: str) -> Result:
    """Run `plangen diff`."""
    return CliRunner().invoke(main, ["-C", str(root), "diff", *args], prog_name="plangen")


def test_two_years(root: Path) -> None:
    """A year against the next; the plan that is new is named, with what it holds."""
    result = run(root, "2025", "2026")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "试验计划·目标 › 销售额  目标  80 万元 → 200 万元（+120 万元，+150.0%）" in result.stdout
    assert "+ 另一计划 › 计划  新增" in result.stdout
    assert "\x1b" not in result.stdout


def test_a_scenario_and_a_revision(root: Path) -> None:
    """Whatever names a version."""
    assert "目标  200 万元 → 300 万元（+100 万元，+50.0%）" in run(root, "2026", "2026@stretch").stdout
    assert "目标  100 万元 → 200 万元（+100 万元，+100.0%）" in run(root, "main:2026", "2026").stdout


def test_all_years_of_a_revision(root: Path) -> None:
    """Each year that both have, each under its own title."""
    lines = run(root, "main", ".").stdout.splitlines()
    assert "main:2025 与 .:2025 没有差别。" in lines
    assert "main:2026 → .:2026" in lines


def test_years_that_one_side_lacks(root: Path) -> None:
    """They are named, and they are a difference; without a common year there is nothing to compare."""
    (root / "content/2027/demo").mkdir(parents=True)
    (root / "content/2027/demo/plan.yml").write_text("name: 试验计划\n", encoding="utf-8")
    result = run(root, "main", ".", "--exit-code")
    assert result.exit_code == 1
    assert "只有 . 有 2027 年" in result.stdout
    result = run(root, "main", ".:2027")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "两边没有共同的年度：main 有 2025, 2026；.:2027 有 2027" in result.stderr


def test_a_year_that_went_from_two(tmp_path: Path) -> None:
    """A side with one year left lacks the other one all the same; two single years of two revisions are not paired."""
    write_handbook(tmp_path, files("100万元", "30家"), plain=True)
    commit(tmp_path)
    rmtree(tmp_path / "content/2025")
    result = run(tmp_path, "main", ".", "--exit-code")
    assert (result.exit_code, "只有 main 有 2025 年" in result.stdout) == (1, True)
    commit(tmp_path, "2026-01-02")
    (tmp_path / "content/2026").rename(tmp_path / "content/2025")
    assert "两边没有共同的年度：main 有 2026；. 有 2025" in run(tmp_path, "main", ".").stderr


def test_min_hides_and_counts(root: Path) -> None:
    """3.3% is below 5%; it stays a difference."""
    result = run(root, "main:2026", "2026", "--min", "5%", "--exit-code")
    assert result.exit_code == 1
    assert "小于 5% 的 1 处没有列出" in result.stdout
    assert "拜访" not in result.stdout
    assert "拜访  目标  30 家 → 31 家" in run(root, "main:2026", "2026", "--min", "3%").stdout


def test_one_plan(root: Path) -> None:
    """Only what is of it; a plan that neither side has is refused with the ones there are."""
    result = run(root, "main:2026", "2026", "--plan", "other", "--exit-code")
    assert (result.exit_code, result.stdout) == (0, "main:2026 与 2026 没有差别。\n")
    result = run(root, "2025", "2026", "--plan", "east")
    assert result.exit_code == 2
    assert "没有计划 east；有：demo, other" in result.stderr


def test_exit_codes(root: Path) -> None:
    """0 where nothing differs, 1 only where it was asked for."""
    assert run(root, "2026", "2026", "--exit-code").exit_code == 0
    assert run(root, "main:2026", "2026").exit_code == 0
    assert run(root, "main:2026", "2026", "--exit-code").exit_code == 1


def test_what_cannot_be_read_is_said(root: Path) -> None:
    """First of all, with status 1; the rest is compared, and nothing is said to be removed."""
    (root / "content/2026/demo/objectives.yml").write_text("revenue: [\n", encoding="utf-8")
    result = run(root, "main:2026", "2026")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[2:4] == ["读不出的部分，没有比较", "  2026：试验计划·目标"]
    assert "删去" not in result.stdout


@pytest.mark.parametrize("form", ["markdown", "html", "json", "github", "gitlab", "sarif"])
def test_formats(root: Path, form: str) -> None:
    """Each is written, and is what its readers expect."""
    result = run(root, "main:2026", "2026", "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    if form in ("json", "gitlab", "sarif"):
        assert json.loads(result.stdout)
    assert "200 万元" in result.stdout


@pytest.mark.parametrize("least", ["5", "x%", "-1%", "nan%", ""])
def test_wrong_shares(root: Path, least: str) -> None:
    """A share has a sign, so that 5 is not taken for 500%."""
    result = run(root, "2025", "2026", "--min", least)
    assert result.exit_code == 2
    assert result.stderr == f"plangen: --min：“{least}”不是 5% 这样的占比\n"


def test_unknown_versions(root: Path) -> None:
    """One sentence, no traceback."""
    result = run(root, "2025", "2031")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "手册里没有 2031 年" in result.stderr


def test_the_forges_see_paths_of_the_repository(tmp_path: Path) -> None:
    """A handbook in a folder of a larger repository."""
    inner = tmp_path / "book"
    inner.mkdir()
    write_handbook(inner, files("100万元", "30家"), plain=True)
    commit(tmp_path)
    write_handbook(inner, files("200万元", "30家"), plain=True)
    result = run(inner, "HEAD:2026", "2026", "--format", "github")
    assert "file=book/content/2026/demo/objectives.yml,line=1," in result.stdout


def test_another_day_is_no_input(tmp_path: Path) -> None:
    """Without `as_of` the figures speak of the last commit's day: what only that moves is told apart."""
    rows = "objective,period,value,as_of\nrevenue,M01,8万元,2026-01-31\n"
    book = {**files("120万元", "30家"), "handbook.yml": HANDBOOK.replace("as_of: 2026-01-05\n", "")}
    write_handbook(tmp_path, {**book, "2026/demo/actuals/sales.csv": rows}, plain=True)
    commit(tmp_path, "2026-02-01")
    commit(write_handbook(tmp_path, {"2026/demo/org.yml": "roles: {rep: {name: 业务员}}\n"}, plain=True), "2026-04-03")
    text = run(tmp_path, "HEAD~1:2026", "2026").stdout
    assert "随数据日期变的 1\n  试验计划·销售额·迟报月数 — → 2 个月\n" in text
    assert "改动解释不了的" not in text


def test_plans_complete(root: Path) -> None:
    """With the Tab key: the plans of all years, with what they are called."""
    line = {"COMP_WORDS": f"plangen -C {root} diff 2025 2026 --plan ", "COMP_CWORD": "7"}
    result = CliRunner(env={**line, "_PLANGEN_COMPLETE": "bash_complete"}).invoke(main, [], prog_name="plangen")
    assert result.stdout.splitlines() == ["plain,demo", "plain,other"]


def test_a_year_that_went_is_said(root: Path) -> None:
    """Also where one year is left: all of a revision was asked for."""
    run_git(root, "rm", "-rq", "content/2025")
    commit(root, "2026-01-03")
    assert "只有 main~1 有 2025 年" in run(root, "main~1", "main").stdout


def test_no_version_at_all(root: Path) -> None:
    """An empty text, say of a variable that is not set, is not the folder."""
    result = run(root, "", "2026")
    assert (result.exit_code, result.stderr) == (2, "plangen: 版本不能是空的\n")


def test_accepted_changes_stand_apart(root: Path) -> None:
    """With their reason, in every form; what is accepted and not changed is told too, what has ended is not."""
    settings = (
        "review:\n  accepted:\n"
        "    - {address: 'demo:objectives/revenue.target', reason: 会上定下, owner: lead, until: 2026-12-31}\n"
        "    - {address: 'demo:objectives/calls', reason: 还没改, owner: lead, until: 2026-12-31}\n"
        "    - {address: 'demo:objectives/visits', reason: 过期了, owner: lead, until: 2025-12-31}\n"
    )
    (root / "content/handbook.yml").write_text(HANDBOOK + settings, encoding="utf-8")
    text = run(root, "main:2026", "2026").stdout
    head, _, apart = text.partition("已经认可的改动 1\n")
    assert "销售额" not in head
    assert "拜访" in head
    line = "试验计划·目标 › 销售额：目标 100 万元 → 200 万元（+100 万元，+100.0%）（会上定下，lead，到 2026-12-31）"
    assert line in apart
    assert apart.endswith("没有用上的认可 1\n  demo:objectives/calls（还没改，lead，到 2026-12-31）\n")
    told = json.loads(run(root, "main:2026", "2026", "--format", "json").stdout)
    reasons = {edit["item"][0]: edit["accepted"] for edit in told["edits"] if edit["item"]}
    assert reasons == {"revenue": "会上定下", "visits": None}
    for form in ("markdown", "html"):
        assert "会上定下" in run(root, "main:2026", "2026", "--format", form).stdout


@pytest.mark.parametrize("words", [(), ("2025",), ("2025", "2026", "2026")])
def test_one_version_is_not_enough(root: Path, words: tuple[str, ...]) -> None:
    """And three are too many: the refusal shows how it is done."""
    result = run(root, *words)
    assert result.exit_code == 2
    assert result.stderr == "plangen: 写上要比较的两个版本，例如 plangen diff 2025 2026\n"
