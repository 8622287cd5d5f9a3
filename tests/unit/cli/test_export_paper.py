"""`plangen export --format pdf` with a program that stands for the browser: where files go, which, and what is left."""

import os
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from plangen.cli._ending import tidied_up
from programs import ended, program
from unit.cli.tiny import HEAD, Run

SITE = (
    "site_name: 手册\nsite_url: https://plan.example/\ndocs_dir: content\ntheme: {name: material}\nplugins: [plangen]\n"
)
PRINTS = """
import shutil
from urllib.request import urlopen
here = os.path.dirname(sys.argv[0])
with open(here + '/seen.html', 'ab') as seen: seen.write(urlopen(sys.argv[-1]).read())
shutil.copy(here + '/paper', sys.argv[-2].partition('=')[2])"""
HANGS = """
here = os.path.dirname(sys.argv[0])
profile = sys.argv[-3].partition('=')[2]
socket = os.environ['TMPDIR'] + '/org.chromium'
os.mkdir(socket)
for name in ('Socket', 'Cookie'):
    open(socket + '/Singleton' + name, 'w')
    os.symlink(socket + '/Singleton' + name, profile + '/Singleton' + name)
open(sys.argv[-2].partition('=')[2], 'w').write('begun')
open(here + '/pid.new', 'w').write(str(os.getpid()))
os.rename(here + '/pid.new', here + '/pid')
time.sleep(600)"""

HEEDS = """import signal; from plangen.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler); signal.signal(signal.SIGHUP, signal.SIG_DFL); main()"""
"""The command, also where whoever runs the tests has told his programs to heed neither Ctrl+C nor a closed terminal."""


@pytest.fixture
def desk(handbook: Path) -> Path:
    """A folder beside the tiny handbook's content, with an empty sheet of paper; the handbook has a site."""
    (handbook / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    desk = handbook / "desk"
    desk.mkdir()
    sheet = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(sheet)
    (desk / "paper").write_bytes(sheet.getvalue())
    return desk


def test_a_folder_that_takes_no_file(run: Run, desk: Path) -> None:
    """It is told before anything is built, with the reason, and no part of it is made."""
    (desk / "x").write_text("", encoding="utf-8")
    result = run("export", "--format", "pdf", "--out", "desk/x/y", PLANGEN_BROWSER=str(program(desk / "b", PRINTS)))
    assert result.exit_code == 2
    assert result.stderr == f"plangen: 不能写到 {desk / 'x/y'}：Not a directory\n"


def test_in_the_language_that_is_asked_for(run: Run, desk: Path) -> None:
    """Its pages are printed, its words in the foot, its tag in the file's name; without one the handbook's own."""
    (desk.parent / "content/handbook.yml").write_text(f"{HEAD}languages: [en]\n", encoding="utf-8")
    browser = str(program(desk / "b", PRINTS))
    for asked, name, lang in (
        ((), "2026.demo.pdf", "zh-Hans"),
        (("--language", "zh-Hans"), "2026.demo.pdf", "zh-Hans"),
        (("--language", "en"), "en.2026.demo.pdf", "en"),
    ):
        (desk / "seen.html").unlink(missing_ok=True)
        result = run("export", "--format", "pdf", *asked, "--out", f"out-{len(asked)}-{lang}", PLANGEN_BROWSER=browser)
        assert result.exit_code == 0, result.stderr
        assert [path.name for path in (desk.parent / f"out-{len(asked)}-{lang}").iterdir()] == [name]
        seen = (desk / "seen.html").read_text(encoding="utf-8")
        assert seen.count(f'<html lang="{lang}"') == 2  # printed twice
        assert ("示范" in seen, "Contents" in seen) == (True, lang == "en")


def test_a_language_that_is_not_there(run: Run, desk: Path) -> None:
    """It is told with those that are, before anything is built; other forms have no language to choose."""
    browser = str(program(desk / "b", PRINTS))
    refused = run("export", "--format", "pdf", "--language", "en", PLANGEN_BROWSER=browser)
    assert (refused.exit_code, refused.stderr) == (2, "plangen: 手册没有 en 这个语言；有：zh-Hans\n")
    assert run("export", "--language", "zh-Hans").exit_code == 2


def test_a_calendar_in_another_language(run: Run, desk: Path) -> None:
    """The words of that language."""
    (desk.parent / "content/handbook.yml").write_text(f"{HEAD}languages: [en]\n", encoding="utf-8")
    routine = "a: {name: {zh-Hans: 周会, en: Weekly meeting}, kind: meeting, due: 每周一}\n"
    (desk.parent / "content/2026/demo/routines.yml").write_text(routine, encoding="utf-8")
    assert "Weekly meeting" in run("export", "--format", "ics", "--language", "en").stdout
    assert "周会" in run("export", "--format", "ics").stdout


@pytest.mark.parametrize(("sign", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 1)])
def test_ended_while_it_prints(desk: Path, sign: signal.Signals, status: int) -> None:
    """The browser ends too, and nothing is left of it, of the site that it printed, or of the file it had begun."""
    for folder in ("tmp", "out"):
        (desk / folder).mkdir()
    path = os.pathsep.join(filter(None, sys.path))
    surroundings = {"PYTHONPATH": path, "TMPDIR": str(desk / "tmp"), "PLANGEN_BROWSER": str(program(desk / "b", HANGS))}
    call = [sys.executable, "-c", HEEDS, "-C", str(desk.parent)]
    with subprocess.Popen(
        [*call, "export", "--format", "pdf", "--out", "desk/out"],
        env={**os.environ, **surroundings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            while not (desk / "pid").exists() and process.poll() is None:
                time.sleep(0.05)
            process.send_signal(sign)
            said, _ = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode == status, said
    assert "Traceback" not in said
    assert ended(int((desk / "pid").read_text(encoding="utf-8")))
    assert [*(desk / "tmp").iterdir(), *(desk / "out").iterdir()] == []


def test_what_is_not_heeded_is_not_heeded_while_it_prints() -> None:
    """Under `nohup` the terminal may be closed; afterwards every signal is answered as before."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN), signal.getsignal(signal.SIGTERM)
    try:
        with tidied_up():
            signal.raise_signal(signal.SIGHUP)
            with pytest.raises(SystemExit):
                signal.raise_signal(signal.SIGTERM)
        assert (signal.getsignal(signal.SIGHUP), signal.getsignal(signal.SIGTERM)) == (signal.SIG_IGN, before[1])
    finally:
        signal.signal(signal.SIGHUP, before[0])
        signal.signal(signal.SIGTERM, before[1])
