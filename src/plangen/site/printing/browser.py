"""The installed browser that prints: where it is looked for, and one run of it without a window."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from plangen.values import record

VARIABLE = "PLANGEN_BROWSER"
"""Names the browser: a path, or a command."""
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
    "chrome",
)
"""What is looked for in PATH, in this order."""
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # nobody else is asked for anything
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
SECONDS = 300
"""How long one print may take."""


class PrintFailed(Exception):
    """The browser did not print; its last words."""


@record
class Looked:
    """The browser that was found (None: none), and every place that was looked at."""

    browser: Path | None
    places: tuple[str, ...]


def find_browser(environment: Mapping[str, str]) -> Looked:
    """The browser that `PLANGEN_BROWSER` names, and no other one if it names one; else one of the usual ones."""
    named = environment.get(VARIABLE, "").strip()
    wanted = (named,) if named else (*COMMANDS, *_usual(environment))
    for each in wanted:
        path = shutil.which(each, path=environment.get("PATH"))
        if path:
            return Looked(Path(path), wanted)
    return Looked(None, wanted)


def _usual(environment: Mapping[str, str]) -> Iterator[str]:
    """Where browsers lie that are in no PATH."""
    if sys.platform == "darwin":
        for folder in ("/Applications", f"{environment.get('HOME', '')}/Applications"):
            yield from (f"{folder}/{name}" for name in _MAC)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if environment.get(variable):
            yield from (f"{environment[variable]}/{name}" for name in _WINDOWS)


def print_page(browser: Path, url: str, target: Path, seconds: float = SECONDS) -> bytes:
    """Print a page into the file `target`; gives its bytes. Raises PrintFailed. No process is left behind.

    The browser prints when the page counts as loaded; what a page still has to draw it must have drawn by then.
    """
    with tempfile.TemporaryDirectory(prefix="plangen-print-", ignore_cleanup_errors=True) as profile:
        command = [str(browser), *_flags(), f"--user-data-dir={profile}", f"--print-to-pdf={target}", url]
        try:
            said = _run(command, seconds)
            pdf = target.read_bytes() if target.is_file() else b""
        finally:
            target.unlink(missing_ok=True)
            _sweep(Path(profile))
    if not pdf.startswith(b"%PDF-"):
        raise PrintFailed(said)
    return pdf


def _sweep(profile: Path) -> None:
    """Remove what an ended browser leaves beside its profile: the folder of its socket, which a link in it names."""
    with suppress(OSError):
        socket = profile / (profile / "SingletonSocket").readlink()
        socket.unlink()
        socket.with_name("SingletonCookie").unlink()
        socket.parent.rmdir()


def _flags() -> tuple[str, ...]:
    """Root, as containers run, can have no sandbox; the pages are those that this very process has written."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return (*_FLAGS, "--no-sandbox") if as_root else _FLAGS


def _run(command: list[str], seconds: float) -> str:
    """Run a command with everything that it starts; gives the last line that it says. Nothing of it outlives this."""
    try:
        running = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        )
    except OSError as problem:
        raise PrintFailed(problem.strerror or str(problem)) from problem
    try:
        _, said = running.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as problem:
        raise PrintFailed(f"> {seconds:.0f} s") from problem
    finally:
        _end(running)
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][-300:] if lines else f"exit {running.returncode}"


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End the whole group of a process, helpers that it has started included."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    elif running.poll() is None:
        running.kill()
    running.wait()
