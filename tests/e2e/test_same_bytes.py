"""The same content published in other surroundings: the same bytes in every file."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from e2e.publishing import PLANGEN, differences, hashes, surroundings

pytestmark = pytest.mark.slow
ELSEWHERE = {
    "TZ": "America/Adak",
    "PYTHONHASHSEED": "4242",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "SOURCE_DATE_EPOCH": "1700000000",
    "COLUMNS": "40",
}


def copied_backwards(example: Path, target: Path) -> Path:
    """The example in another folder: written in the opposite order, with other times and readable by nobody else."""
    sources = sorted(path for path in [*(example / "content").rglob("*"), example / "mkdocs.yml"] if path.is_file())
    for number, source in enumerate(reversed(sources)):
        copy = target / source.relative_to(example)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)
        copy.chmod(0o600)
        os.utime(copy, (1_000_000_000 + number, 1_000_000_000 + number))
    return target


def test_two_builds_are_the_same_bytes(example: Path, tmp_path: Path) -> None:
    """Another folder, time zone, hash seed, language, day, umask and order of files; and a word splitter at hand."""
    root = copied_backwards(example, tmp_path / "far away" / "手册")
    splitter = tmp_path / "extra" / "jieba.py"
    splitter.parent.mkdir()
    splitter.write_text("def cut(text, *_, **__):\n    return list(text)\n\n\ncut_for_search = lcut = cut\n")
    call = [str(PLANGEN), "-C", str(root), "build", "--site-dir", str(root / "public")]
    variables = surroundings(**ELSEWHERE, PYTHONPATH=str(splitter.parent))
    done = subprocess.run(call, env=variables, umask=0o077, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    one, other = hashes(example / "site"), hashes(root / "public")
    assert len(one) > 150
    assert differences(one, other) == []


def test_a_difference_is_seen() -> None:
    """The control: another text, a file too many, a folder too many."""
    assert differences({"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4", "d": ""}) == ["b", "c", "d"]
