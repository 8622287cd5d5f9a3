"""Mutants of the example in another form: `plangen fmt` gives every byte back, and means the same at each step."""

import random
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plangen.model import Day
from plangen.source import Draft, Splice
from plangen.tidy import formatted
from plangen.tidy.meaning import changed, meaning
from plangen.tidy.typed import typed_values
from plangen.values import Quantity, Refused, Span
from plangen.workspace import Workspace, open_handbook
from sample import copy_unit

WIDE = {ord(letter): chr(ord(letter) + 0xFEE0) for letter in "0123456789%/+().=*-"}
NAME = re.compile(r"([A-Za-z][A-Za-z0-9_./@-]*)")
"""What a formula calls by name; that is refused in another form (PG305)."""
ANYWHERE = ("１", "，", "：", "　", " \n", "\n\n\n\n", "％", "“", " #", "|", " ", "１，０００")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The example with a formula and thousands in it, which it does not have by itself."""
    root = copy_unit(tmp_path_factory.mktemp("example"))
    plan = root / "content/2026/adhesives/east-china/objectives.yml"
    more = 'extra:\n  name: 附加１\n  target: "= round(revenue ÷ 7, 0.1万元)"  # １，０００\n  note: ２０２６－１－２\n'
    plan.write_text(plan.read_text(encoding="utf-8") + more, encoding="utf-8")
    return open_handbook(root)


def mutant(example: Workspace, root: Path, dice: random.Random) -> Workspace:
    """A copy of the example, typed with another hand."""
    typed: dict[str, list[Splice]] = {}
    for span, raw in numbers(example):
        typed.setdefault(span.file, []).append(Splice(span, retyped(raw, dice)))
    shutil.copytree(example.root / "content", root / "content")
    for path in sorted((root / "content").rglob("*")):
        if path.suffix in (".yml", ".md", ".csv"):
            name = path.relative_to(root).as_posix()
            text, _ = Draft(path.read_text(encoding="utf-8")).spliced(typed.get(name, []))
            path.write_bytes(spaced(text, path.suffix, dice).encode())
    return open_handbook(root)


def numbers(example: Workspace) -> Iterator[tuple[Span, str]]:
    """The places of quantities and days, with what stands there."""
    assert example.handbook is not None
    for scalar, read in {value.scalar.span: value for value in typed_values(example.handbook)}.values():
        try:
            value = read(scalar.text)
        except Refused:
            continue
        if isinstance(value, Quantity | Day):
            draft = Draft((example.root / scalar.span.file).read_text(encoding="utf-8"))
            yield scalar.span, draft.at(scalar.span)


def retyped(raw: str, dice: random.Random) -> str:
    """A quantity or a day as another hand might type it."""
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        pass
    else:
        raw = f"{day.year}-{day.month}-{day.day}" if dice.random() < 0.5 else raw
    if dice.random() < 0.3 and not raw.startswith('"'):
        raw = raw.replace("1092万", "1，092万")
    parts = enumerate(NAME.split(raw))  # every second one is a name
    letters = (letter if place % 2 else _widened(letter, dice) for place, part in parts for letter in part)
    return "".join(letters)


def _widened(letter: str, dice: random.Random) -> str:
    return letter.translate(WIDE) if dice.random() < 0.5 else letter


def spaced(text: str, kind: str, dice: random.Random) -> str:
    """The text with white space that says nothing."""
    if kind == ".yml":
        text = "".join(f"{line}{dice.choice(('', '', ' ', '   '))}\n" for line in text.split("\n")[:-1])
        text = text.rstrip("\n") + dice.choice(("", "\n", "\n\n\n"))
    elif dice.random() < 0.5:
        text = text.rstrip("\n")
    mark = dice.choice(("", "\ufeff"))
    return mark + (text.replace("\n", "\r\n") if dice.random() < 0.5 else text)


@pytest.mark.parametrize("seed", range(4))
def test_a_mutant_is_brought_back(example: Workspace, tmp_path: Path, seed: int) -> None:
    """The mutant means what the example means; its plain form is the example, comments and all; once is enough."""
    assert example.handbook is not None
    other = mutant(example, tmp_path, random.Random(seed))
    assert other.handbook is not None
    means = meaning(example.handbook, example.read_findings)
    assert changed(means, meaning(other.handbook, other.read_findings)) == set()
    found, unread = formatted(other)
    assert len(found) > 20
    assert unread == []
    for each in found:
        assert each.after == (example.root / each.path).read_bytes(), each.path
        (tmp_path / each.path).write_bytes(each.after)
    assert formatted(open_handbook(tmp_path)) == ([], [])


@pytest.mark.parametrize("seed", range(8))
def test_once_is_enough_for_any_content(example: Workspace, tmp_path: Path, seed: int) -> None:
    """Letters put anywhere, also where they break a file: a second run changes nothing, and the meaning stays."""
    dice = random.Random(seed)
    shutil.copytree(example.root / "content", tmp_path / "content")
    for path in sorted((tmp_path / "content/2026").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        for _ in range(dice.randint(0, 3)):
            at = dice.randrange(len(text))
            text = text[:at] + dice.choice(ANYWHERE) + text[at:]
        path.write_bytes(text.encode())
    before = open_handbook(tmp_path)
    assert before.handbook is not None
    found, _ = formatted(before)
    for each in found:
        (tmp_path / each.path).write_bytes(each.after)
    after = open_handbook(tmp_path)
    assert after.handbook is not None
    assert formatted(after)[0] == []
    known = meaning(before.handbook, before.read_findings)
    assert changed(known, meaning(after.handbook, after.read_findings)) == set()
