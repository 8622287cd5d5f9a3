"""The command line as a whole: options before the command, exit statuses, what it imports."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from plangen import __version__
from plangen.cli import main
from unit.cli.tiny import Run


def test_version() -> None:
    """The version of the package."""
    assert CliRunner().invoke(main, ["--version"]).output == f"plangen {__version__}\n"


def test_help_names_every_command() -> None:
    """Found by walking, in alphabetical order."""
    output = CliRunner().invoke(main, ["--help"]).output
    names = [
        line.split()[0]
        for line in output.partition("Commands:")[2].partition("Examples:")[0].splitlines()
        if line.startswith("  ") and not line.startswith("   ") and line.strip()
    ]
    assert names == sorted(names)
    assert {"build", "check", "explain", "export", "fmt", "new", "owners", "schema", "serve"} <= set(names)


def test_unknown_command() -> None:
    """Wrong usage."""
    assert CliRunner().invoke(main, ["chekc"]).exit_code == 2


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Wrong usage."""
    assert CliRunner().invoke(main, ["-C", str(tmp_path / "gone"), "check"]).exit_code == 2


def test_a_mistake_of_our_own_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 70, no traceback; with PLANGEN_DEBUG the exception itself."""
    monkeypatch.setattr("plangen.cli.check.concerning", lambda *_: 1 / 0)
    result = run("check")
    assert result.exit_code == 70
    assert result.stderr == (
        "plangen: a mistake in plangen itself (ZeroDivisionError: division by zero); PLANGEN_DEBUG=1 shows where\n"
    )
    assert isinstance(run("check", PLANGEN_DEBUG="1").exception, ZeroDivisionError)


def test_a_disk_that_refuses_is_no_mistake_of_ours(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit status 1 and the system's words."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "schema")

    monkeypatch.setattr(Path, "mkdir", refuse)
    result = run("schema")
    assert (result.exit_code, result.stderr) == (1, "plangen: Permission denied (schema)\n")


def test_colours_only_where_wanted(run: Run, handbook: Path) -> None:
    """Never into a pipe; on a terminal not with NO_COLOR."""
    (handbook / "content/2026/demo/plan.yml").write_text("nam: x\n", encoding="utf-8")
    assert "\x1b[" not in run("check").output
    arguments = ["-C", str(handbook), "check"]
    assert "\x1b[1;31merror" in CliRunner().invoke(main, arguments, color=True).output
    assert "\x1b[" not in CliRunner(env={"NO_COLOR": "1"}).invoke(main, arguments, color=True).output


def test_check_imports_no_other_command() -> None:
    """Neither other commands nor what only they need."""
    code = (
        "import sys; from plangen.cli import main\n"
        "main(['check'], standalone_mode=False)\n"
        "print([m for m in sys.modules if m.startswith(('plangen.cli.', 'plangen.lookup', 'plangen.scaffold'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )
    assert sorted(eval(done.stdout.splitlines()[-1])) == [  # noqa: S307 (a list of names, printed above)
        "plangen.cli._commands", "plangen.cli._session", "plangen.cli.check",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "asked", "answers"),
    [
        ("plangen check --year ", "", ["2026"]),
        ("plangen new section b", "b", ["budget"]),
        ("plangen che", "che", ["check"]),
    ],
)
def test_shell_completion(handbook: Path, words: str, asked: str, answers: list[str]) -> None:
    """Years, kinds and commands."""
    parts = ["plangen", "-C", handbook.as_posix(), *words.split()[1:]]
    place = len(parts) if not asked else len(parts) - 1
    environment = {
        "_PLANGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(parts),
        "COMP_CWORD": str(place),
    }
    result = CliRunner(env=environment).invoke(main, [], prog_name="plangen")
    assert result.output.splitlines() == [f"plain,{answer}" for answer in answers]
