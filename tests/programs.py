"""Programs that tests write, and whether one still runs."""

import os
import sys
import time
from pathlib import Path


def program(path: Path, text: str) -> Path:
    """A program written in Python."""
    path.write_text(f"#!{sys.executable}\nimport os, subprocess, sys, time\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def ended(pid: int) -> bool:
    """Whether a process is gone, or waits only to be counted as gone."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and ") Z" in state.read_text(encoding="utf-8"):
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False
