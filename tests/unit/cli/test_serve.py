"""`plangen serve` ends when it is told to, whatever a build does with the exception of Ctrl+C."""

import signal
from pathlib import Path
from threading import Timer

import pytest
from click.testing import CliRunner

from plangen.cli import main
from plangen.site.serving.preview import Preview
from unit.cli.tiny import FILES


def _drops_what_interrupts(preview: Preview) -> bool:
    """A build in which Python drops the exception, as it does when the signal comes in a finaliser."""
    del preview
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        return True
    raise AssertionError("the signal raised nothing")


def test_an_interrupt_that_a_build_drops_ends_the_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Ctrl+C that came to nothing in a build ends the preview when the build is over."""
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(Preview, "look", _drops_what_interrupts)
    rescue = Timer(5, signal.raise_signal, [signal.SIGTERM])  # where the guard is missing the test fails, not hangs
    rescue.start()
    try:
        answer = CliRunner().invoke(main, ["-C", str(tmp_path), "serve", "--port", "0"])
        assert rescue.is_alive(), "it went on"
    finally:
        rescue.cancel()
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])
    assert answer.exit_code == 0, answer.output


KPIS = "".join(f"{each}: {{name: 回款率, definition: {each}, unit: '%', target: 90%}}\n" for each in "ab")


def test_a_language_that_the_handbook_does_not_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told with those that it has, also beside a warning; the preview goes on: the file may be saved any time."""
    for name, text in {**FILES, "content/2026/demo/kpis.yml": KPIS}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.setattr(Preview, "watch", lambda *_: None)
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    try:
        answer = CliRunner().invoke(main, ["-C", str(tmp_path), "serve", "--port", "0", "--language", "en"])
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])
    assert "PG437" in answer.stderr
    assert "手册没有 en 这个语言；有：zh-Hans" in answer.stderr
