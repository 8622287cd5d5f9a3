"""The commands that seal: what they say, how they end, what counts as wrong usage."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main
from plangen.sealing.made import LOCK
from plangen.site.publishing.lock import only_builder
from unit.seals.closed import PageHost, edit, make

WHO = ("--by", "李文", "--date", "2026-01-15")


def run(root: Path, *words: str) -> Result:
    """A command on a handbook."""
    return CliRunner().invoke(main, ["-C", str(root), *words], prog_name="plangen")


def test_a_year_from_freeze_to_amendment(tmp_path: Path, host: PageHost) -> None:
    """Each command lists what it wrote; the amendment also what it changed."""
    root = make(tmp_path)
    done = run(root, "freeze", "2025", *WHO, "--reason", "董事会批准")
    assert (done.exit_code, done.stdout.split()) == (
        0, ["content/2025/shared/dimensions.yml", "sealed/2025.json", "sealed/2025.zip"],
    )  # fmt: skip
    assert '"reason": "董事会批准"' in (root / "sealed/2025.json").read_text(encoding="utf-8")
    edit(root, "2025/demo/objectives.yml", "dealer: 80万元", "dealer: 90万元")
    edit(root, "2025/demo/objectives.yml", "120万元", "130万元")
    assert run(root, "verify").exit_code == 1
    done = run(root, "amend", "2025", *WHO, "--reason", "更正笔误")
    lines = done.stdout.splitlines()
    assert (done.exit_code, lines[0], lines[-2:]) == (
        0, "2025/demo/objectives.yml", ["sealed/2025.1.json", "sealed/2025.1.zip"],
    )  # fmt: skip
    assert "  demo:objectives/revenue.target/dealer: 80 万元 → 90 万元" in lines
    assert run(root, "verify").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("freeze", "2025"),
        ("freeze", "2025", "--by", "李文"),
        ("freeze", "2025", "--date", "2026-01-15"),
        ("freeze", "2025", "--by", " ", "--date", "2026-01-15"),
        ("freeze", "2025", "--by", "李\n文", "--date", "2026-01-15"),
        ("freeze", "2025", "--by", "李文", "--date", "15.1.2026"),
        ("freeze", "2031", *WHO),
        ("amend", "2025", *WHO),
        ("amend", "2025", *WHO, "--reason", "x"),
        ("verify", "--against", "no-such-revision"),
    ],
)
def test_wrong_usage(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Who, when or why is missing; there is no such year, it is open; no such revision: nothing is written."""
    root = make(tmp_path)
    assert run(root, *words).exit_code == 2
    assert not (root / "sealed").exists()


def test_one_seals_at_a_time(tmp_path: Path) -> None:
    """As builds do."""
    root = make(tmp_path)
    with only_builder(root / LOCK):
        done = run(root, "freeze", "2025", *WHO)
    assert (done.exit_code, "PG802" in done.stderr) == (75, True)


def test_a_refusal_says_why(tmp_path: Path) -> None:
    """The finding, with its line and its way out, and one sentence."""
    root = make(tmp_path)
    edit(root, "2025/demo/objectives.yml", "120万元", "130万元")
    done = run(root, "freeze", "2025", *WHO)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "OBJ101" in done.stderr
    assert done.stderr.endswith("plangen: 没有封存，也没有改动文件\n")


@pytest.mark.parametrize("code", ["PG701", "PG702", "PG703"])
def test_codes_are_explained(tmp_path: Path, code: str) -> None:
    """Their manual pages say why."""
    assert "Why" in run(make(tmp_path), "explain", code).stdout


def test_a_language_that_a_year_was_not_sealed_in(
    tmp_path: Path, host: PageHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for alone there is nothing to publish or to print: that is said, and no site is made."""
    root = make(tmp_path)
    assert run(root, "freeze", "2025", *WHO, "--reason", "董事会批准").exit_code == 0
    head = root / "content/handbook.yml"
    head.write_text(f"{head.read_text(encoding='utf-8')}languages: [en]\n", encoding="utf-8")
    done = run(root, "build", "--year", "2025", "--language", "en")
    assert done.exit_code == 2
    assert done.stderr.endswith("2025 年封存时没有 en 这个语言的页面\n")
    assert not (root / "site").exists()
    monkeypatch.setenv("PLANGEN_BROWSER", sys.executable)
    done = run(root, "export", "--format", "pdf", "--year", "2025", "--language", "en")
    assert done.exit_code == 2
    assert done.stderr.endswith("plangen: 2025 年封存时没有 en 这个语言的页面\n")
