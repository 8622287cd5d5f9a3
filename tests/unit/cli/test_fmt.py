"""`plangen fmt` and `plangen check --fix` on a tiny handbook."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from plangen.cli import main
from unit.cli.tiny import OBJECTIVES, Run

ROOT = Path(__file__).parents[3]
FILE = "content/2026/demo/objectives.yml"
Replace = Callable[[str, str], None]


def test_nothing_to_change(run: Run) -> None:
    """One sentence, exit status 0, both ways."""
    for words in (("fmt",), ("fmt", "--check")):
        result = run(*words)
        assert (result.exit_code, result.output) == (0, "没有要整理的\n")


def test_the_example_is_in_plain_form() -> None:
    """What this repository shows."""
    result = CliRunner().invoke(main, ["-C", str(ROOT), "fmt", "--check"])
    assert (result.exit_code, result.output) == (0, "没有要整理的\n")


def test_check_lists_and_writes_nothing(run: Run, handbook: Path, objectives: Replace) -> None:
    """Place, what was and what would be; exit status 1."""
    objectives("40万元, source: S-1}", "４０万元, source: S-1}  ")
    before = (handbook / FILE).read_bytes()
    result = run("fmt", "--check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{FILE}:5:25  ４０万元 → 40万元",
        f"{FILE}:5:43  行末空格",
        "1 个文件有 2 处要整理：plangen fmt",
    ]
    assert (handbook / FILE).read_bytes() == before


def test_writing(run: Run, handbook: Path, objectives: Replace) -> None:
    """The file is in plain form, keeps its mode, and nothing lies beside it; a second run has nothing to do."""
    objectives("60万元", "６０万元")
    (handbook / FILE).chmod(0o640)
    result = run("fmt")
    assert (result.exit_code, result.output) == (0, f"{FILE}：1 处\n")
    assert (handbook / FILE).read_text(encoding="utf-8") == OBJECTIVES
    assert (handbook / FILE).stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (handbook / FILE).parent.iterdir()) == ["objectives.yml", "plan.yml"]
    assert run("fmt").output == "没有要整理的\n"


def test_english(run: Run, handbook: Path, objectives: Replace) -> None:
    """The words follow the handbook's language."""
    head = handbook / "content/handbook.yml"
    head.write_text(head.read_text(encoding="utf-8") + "language: en\n", encoding="utf-8")
    objectives("60万元", "６０万元")
    assert run("fmt", "--check").output.endswith("1 place in 1 file not in plain form: plangen fmt\n")
    assert run("fmt").output == f"{FILE}: 1 place\n"


def test_only_below_a_path(run: Run, handbook: Path, objectives: Replace) -> None:
    """Files and folders of the content, as typed from here; other places are wrong usage."""
    objectives("60万元", "６０万元")
    plan = handbook / "content/2026/demo/plan.yml"
    assert run("fmt", "--check", str(plan)).output == "没有要整理的\n"
    assert run("fmt", "--check", str(plan.parent)).exit_code == 1
    assert run("fmt", "--check", str(handbook)).exit_code == 1
    for elsewhere in (handbook.parent / "x.yml", handbook / "mkdocs.yml"):
        elsewhere.write_text("a: １\n", encoding="utf-8")
        assert run("fmt", str(elsewhere)).exit_code == 2
    assert run("fmt", "gone.yml").exit_code == 2


def test_a_file_that_cannot_be_read(run: Run, handbook: Path, objectives: Replace) -> None:
    """It is named and left alone; the others are written; exit status 1."""
    objectives("name: 销售额", "name：销售额")
    (handbook / "content/2026/demo/plan.yml").write_text("name: 示范  \n", encoding="utf-8")
    before = (handbook / FILE).read_bytes()
    result = run("fmt")
    assert result.exit_code == 1
    assert result.stdout == "content/2026/demo/plan.yml：1 处\n"
    assert result.stderr == f"{FILE}:2:7  PG109：读不懂，这个文件里的值保持原样；先看 plangen check\n"
    assert (handbook / FILE).read_bytes() == before


def test_in_a_fresh_process(handbook: Path, objectives: Replace) -> None:
    """The levels of findings are known, though nothing else has asked for them."""
    objectives("revenue:", "ｒevenue:")
    command = [sys.executable, "-c", "from plangen.cli import main; main()", "-C", str(handbook), "fmt", "--check"]
    result = subprocess.run(command, capture_output=True, check=False)
    assert (result.returncode, b"PG217" in result.stderr) == (1, True)


def test_no_handbook(tmp_path: Path) -> None:
    """One sentence."""
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "fmt"])
    assert (result.exit_code, result.output) == (1, "plangen: 这里没有读得出的手册，先看 plangen check\n")


def test_a_file_that_is_read_only(run: Run, handbook: Path, objectives: Replace) -> None:
    """One sentence, exit status 1, the file as it was: a rename would not ask."""
    objectives("60万元", "６０万元")
    (handbook / FILE).chmod(0o444)
    result = run("fmt")
    assert (result.exit_code, result.output) == (1, f"{FILE}：文件是只读的，没有改动\n")
    assert "６０" in (handbook / FILE).read_text(encoding="utf-8")


def test_a_sealed_year(run: Run, handbook: Path, objectives: Replace) -> None:
    """One sentence; other years are written, and nothing is left that could be done."""
    objectives("60万元", "６０万元")
    shutil.copytree(handbook / "content/2026", handbook / "content/2025")
    (handbook / "sealed").mkdir()
    (handbook / "sealed/2026.zip").write_bytes(b"")
    sentence = f"{FILE}：这一年已封存，保持原样\n"
    result = run("fmt")
    assert (result.exit_code, result.stderr) == (0, sentence)
    assert result.stdout == "content/2025/demo/objectives.yml：1 处\n"
    assert "６０" in (handbook / FILE).read_text(encoding="utf-8")
    result = run("fmt", "--check")
    assert (result.exit_code, result.output) == (0, f"{sentence}没有要整理的\n")


def test_fix_in_a_sealed_year(run: Run, handbook: Path, objectives: Replace) -> None:
    """The finding is reported, the file stays."""
    objectives("target: 100万元", "target: 100万元\n  period: q1")
    (handbook / "sealed").mkdir()
    (handbook / "sealed/2026.json").write_bytes(b"")
    result = run("check", "--fix")
    assert (result.exit_code, result.stderr) == (1, f"{FILE}：这一年已封存，没有改动\n")
    assert "period: q1" in (handbook / FILE).read_text(encoding="utf-8")


def test_what_new_writes_is_in_plain_form(tmp_path: Path) -> None:
    """A first handbook."""
    for words in (["new", "handbook", str(tmp_path / "a")], ["-C", str(tmp_path / "a"), "fmt", "--check"]):
        assert CliRunner().invoke(main, words).exit_code == 0


def test_a_file_that_changed_meanwhile(handbook: Path) -> None:
    """What an editor just saved is not written over."""
    from plangen.tidy import write
    from plangen.workspace import open_handbook

    kept = write(open_handbook(handbook), FILE, b"other", b"new")
    assert kept is not None
    assert "changed" in kept[1]
    assert (handbook / FILE).read_text(encoding="utf-8") == OBJECTIVES


def test_fix_mends_and_reports_the_rest(run: Run, handbook: Path, objectives: Replace) -> None:
    """Round after round: what hides behind a mistake of writing is mended in the same run."""
    objectives("target: 100万元", "target：100万元\n  period: q1\n  growht: 5%")
    result = run("check", "--fix")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"已修复 {FILE}:3:9  PG109  全角字符“：”（U+FF1A）用在了语法位置，应写半角“:”",
        f"已修复 {FILE}:4:11  PG229  “q1”不是一段期间",
    ]
    assert "PG112" in result.stdout
    assert "1 个错误" in result.stdout
    text = (handbook / FILE).read_text(encoding="utf-8")
    assert "  target: 100万元\n  period: Q1\n  growht: 5%\n" in text


def test_fix_of_the_head_of_the_handbook(run: Run, handbook: Path) -> None:
    """Nothing else can be read before it is mended."""
    head = handbook / "content/handbook.yml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace("title: ", "title：").replace("2026-01-05", "2026/1/5"), encoding="utf-8")
    assert run("check", "--fix").exit_code == 0
    assert head.read_text(encoding="utf-8") == text


def test_fix_without_anything_to_mend(run: Run, handbook: Path) -> None:
    """As without it."""
    assert run("check", "--fix").output == run("check").output
    assert (handbook / FILE).read_text(encoding="utf-8") == OBJECTIVES


def test_fix_of_a_file_that_is_read_only(run: Run, handbook: Path, objectives: Replace) -> None:
    """One sentence, once; the finding is reported."""
    objectives("target: 100万元", "target: 100万元\n  period: q1")
    (handbook / FILE).chmod(0o444)
    result = run("check", "--fix")
    assert (result.exit_code, result.stderr) == (1, f"{FILE}：文件是只读的，没有改动\n")
    assert "PG229" in result.stdout


@pytest.mark.parametrize("hook", ["plangen-check", "plangen-fmt"])
def test_the_hooks_run_what_exists(run: Run, hook: str) -> None:
    """`.pre-commit-hooks.yaml` names commands that pass on a good handbook, for the files that they look at."""
    hooks = {each["id"]: each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    entry = hooks[hook]["entry"].split()
    assert entry[0] == "plangen"
    assert hooks[hook]["language"] == "python"
    assert hooks[hook]["pass_filenames"] is False
    assert run(*entry[1:]).exit_code == 0


def test_a_disk_that_is_full(run: Run, handbook: Path, objectives: Replace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is as it was, and nothing is left beside it."""

    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(path), None, str(target))

    objectives("60万元", "６０万元")
    monkeypatch.setattr(Path, "replace", full)
    result = run("fmt")
    assert (result.exit_code, result.output) == (1, f"{FILE}：写不了（No space left on device），没有改动\n")
    assert "６０" in (handbook / FILE).read_text(encoding="utf-8")
    assert sorted(path.name for path in (handbook / FILE).parent.iterdir()) == ["objectives.yml", "plan.yml"]
