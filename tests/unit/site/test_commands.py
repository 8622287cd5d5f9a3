"""`plangen build` and `plangen serve` as they are typed."""

import os
import re
import signal
import subprocess
import sys
from errno import ENOSPC
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main
from plangen.findings import Finding
from plangen.site.codes import BROKEN_LINK
from plangen.site.publishing.lock import only_builder
from plangen.site.publishing.release import Places
from plangen.site.serving.preview import Preview
from plangen.values.span import Span
from unit.site.books import FakeHost, FakeShelf, book, handbook

ERROR = Finding(BROKEN_LINK, Span.at("content/handbook.yml", 2, 1, 5), {"link": "x"})


@pytest.fixture
def shelf(tmp_path: Path, host: FakeHost, monkeypatch: pytest.MonkeyPatch) -> FakeShelf:
    """The handbook that the commands open in the test's folder."""
    handbook(tmp_path)
    shelf = FakeShelf({2025: book(2025), 2026: book(2026)})
    monkeypatch.setattr("plangen.cli.build.open_shelf", lambda _: shelf)
    return shelf


def type_in(folder: Path, *words: str) -> Result:
    """Run a command in a folder."""
    return CliRunner().invoke(main, ["-C", str(folder), *words])


def test_build_tells_what_it_does(tmp_path: Path, shelf: FakeShelf) -> None:
    """Build tells what it does: the way on standard error, the end on standard output."""
    result = type_in(tmp_path, "build")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "读取手册 …",
        "生成 2025 年：3 页 …",
        "生成 2026 年：3 页 …",
        "检查链接、占位符和搜索 …",
    ]
    done, way = result.stdout.splitlines()
    assert re.fullmatch(rf"站点已发布：{re.escape(str(tmp_path))}/site（6 页，\d+\.\d 秒）", done)
    assert f"python3 -m http.server -d {tmp_path}/site 8000" in way
    again = type_in(tmp_path, "build")
    assert (again.exit_code, again.stderr) == (0, "")
    assert "没有变化" in again.stdout


def test_build_speaks_the_handbooks_language(tmp_path: Path, shelf: FakeShelf) -> None:
    """Build speaks the handbook's language."""
    (tmp_path / "content" / "handbook.yml").write_text("format: 1\nlanguage: en\n", encoding="utf-8")
    assert "site published" in type_in(tmp_path, "build").stdout


def test_build_takes_years_and_a_folder(tmp_path: Path, shelf: FakeShelf) -> None:
    """Build takes years and a folder, which is seen from the handbook as with `git -C`."""
    assert type_in(tmp_path, "build", "--site-dir", "out", "--year", "2026").exit_code == 0
    assert (tmp_path / "out" / "2026").is_dir()
    assert not (tmp_path / "out" / "2025").exists()


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_a_build_that_nobody_listens_to_is_published(tmp_path: Path, repository: Path, closed: str) -> None:
    """`plangen build | head` and the like: exit status 0, and nothing else is said."""
    handbook(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, closed: writing}
    places = os.pathsep.join([*filter(None, sys.path), str(repository / "tests")])
    command = [sys.executable, "-c", BUILD, str(tmp_path)]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": places}, check=False, **streams)  # type: ignore[call-overload]
    os.close(writing)
    assert done.returncode == 0, done
    assert (tmp_path / "site" / "2025" / "index.html").is_file()
    assert b"Exception" not in (done.stderr or b"")


def test_build_refuses_with_the_findings(tmp_path: Path, shelf: FakeShelf) -> None:
    """Build refuses with the findings."""
    shelf.findings.append(ERROR)
    result = type_in(tmp_path, "build")
    assert result.exit_code == 1
    assert "content/handbook.yml:2:1" in result.stderr
    assert result.stderr.endswith("没有发布，原来的站点没有改动\n")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--year", "1999"], "1999"), (["--year", "x"], "--year"), (["--site-dir", "."], "PG801"), (["--fast"], "--fast")],
)
def test_wrong_usage_is_two(tmp_path: Path, shelf: FakeShelf, words: list[str], told: str) -> None:
    """Wrong usage is two."""
    result = type_in(tmp_path, "build", *words)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_second_build_is_seventy_five(tmp_path: Path, shelf: FakeShelf) -> None:
    """A second build is seventy-five."""
    with only_builder(Places(tmp_path / "site").lock):
        result = type_in(tmp_path, "build")
    assert result.exit_code == 75
    assert str(os.getpid()) in result.stderr


@pytest.mark.parametrize("command", ["build", "serve"])
def test_help_has_examples(command: str) -> None:
    """Help has examples."""
    result = CliRunner().invoke(main, [command, "--help"])
    assert f"plangen {command}" in result.stdout
    assert "Exit status" in result.stdout


@pytest.mark.parametrize("host_name", ["0.0.0.0", "192.0.2.1", "::"])  # noqa: S104 (refused)
def test_serve_stays_on_this_machine(tmp_path: Path, shelf: FakeShelf, host_name: str) -> None:
    """Serve stays on this machine."""
    result = type_in(tmp_path, "serve", "--host", host_name)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        f"plangen: PG805 预览服务不对外开放：{host_name}",
        "  = 去掉 --host，或确认后加上 --allow-remote",
    ]


def test_serve_tells_of_a_port_that_is_taken(tmp_path: Path, shelf: FakeShelf) -> None:
    """Serve tells of a port that is taken."""
    from http.server import HTTPServer

    taken = HTTPServer(("127.0.0.1", 0), None)  # type: ignore[arg-type]
    result = type_in(tmp_path, "serve", "--port", str(taken.server_address[1]))
    taken.server_close()
    assert result.exit_code == 2
    assert result.stderr.startswith(f"plangen: 不能在 127.0.0.1 的端口 {taken.server_address[1]} 上预览：")


@pytest.mark.parametrize("host_name", ["no-such-host.invalid", "a..b"])
def test_serve_names_a_host_that_is_not_there(tmp_path: Path, shelf: FakeShelf, host_name: str) -> None:
    """It is the host that is wrong, not the port."""
    result = type_in(tmp_path, "serve", "--host", host_name, "--allow-remote")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"plangen: 不能在 {host_name} 的端口 8000 上预览：")


def test_serve_does_not_take_every_failure_for_the_ports(
    tmp_path: Path, shelf: FakeShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk refuses while it runs is told as such."""

    def full(_: Preview) -> bool:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr(Preview, "look", full)
    result = type_in(tmp_path, "serve", "--port", "0")
    assert result.exit_code == 1
    assert result.stderr == f"plangen: {os.strerror(ENOSPC)}\n"


BUILD = """
import sys
from unit.site.books import FakeHost, FakeShelf, book
import plangen.cli.build, plangen.site.publishing.publish
plangen.site.publishing.wing.find_host = FakeHost
plangen.cli.build.open_shelf = lambda root: FakeShelf({2025: book()})
from plangen.cli import main
main(["-C", sys.argv[1], "build"])
"""

SERVE = """
import sys
from unit.site.books import FakeHost, FakeShelf, book
import plangen.cli.build, plangen.cli.serve, plangen.site.publishing.publish
plangen.site.publishing.wing.find_host = FakeHost
plangen.cli.serve.open_shelf = lambda root: FakeShelf({2025: book(extra=(root / "content/handbook.yml").read_text())})
from plangen.cli import main
main(["-C", sys.argv[1], "serve", "--port", "0"])
"""


def test_serve_runs_until_it_is_ended(tmp_path: Path, repository: Path) -> None:
    """Serve builds, answers, builds again, and leaves nothing behind."""
    handbook(tmp_path / "root")
    (tmp_path / "tmp").mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([*filter(None, sys.path), str(repository / "tests")]),
        "TMPDIR": str(tmp_path / "tmp"),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-c", SERVE, str(tmp_path / "root")]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        url = process.stdout.readline().split("：")[1].split("（")[0]
        assert process.stdout.readline().startswith("已更新")
        assert "手册" in urlopen(url + "2025/", timeout=10).read().decode()  # noqa: S310
        (tmp_path / "root" / "content" / "handbook.yml").write_text("title: 新的一本\n", encoding="utf-8")
        assert process.stdout.readline().startswith("已更新")
        assert "新的一本" in urlopen(url + "2025/", timeout=10).read().decode()  # noqa: S310
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    assert list((tmp_path / "tmp").iterdir()) == []
    assert sorted(path.name for path in (tmp_path / "root").iterdir()) == ["content", "mkdocs.yml"]
