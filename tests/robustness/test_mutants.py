"""Three hundred slips in the real example: the handbook opens, and every finding keeps every promise."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from plangen.findings import Finding, Level, level_of
from plangen.render.export import findings_json
from plangen.workspace import Workspace, open_handbook
from robustness.mutations import SLIPS, mutant
from robustness.promises import look_at
from sample import copy_unit

ROUNDS = 100
AGAIN = 10
"""Every how many rounds the same handbook is read a second time, and its pages are made where nothing refuses them."""


@dataclass
class Example:
    """A copy of the example. `files` are its texts; a round changes a file of each part and puts it back."""

    root: Path
    files: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        paths = sorted(path for path in (self.root / "content").rglob("*") if path.suffix in (".yml", ".md"))
        self.files = {path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8") for path in paths}

    def changed(self, number: int) -> dict[str, str]:
        """What a round writes: a slip each in a plan file of either year, and in a page or in what all share."""
        dice = random.Random(number)
        parts = (
            [name for name in self.files if name.startswith("content/2025/") and name.endswith(".yml")],
            [name for name in self.files if name.startswith("content/2026/") and name.endswith(".yml")],
            [name for name in self.files if name.endswith(".md") or name.count("/") < 3],
        )
        names = [dice.choice(part) for part in parts]
        return {name: mutant(self.files[name], number * 10 + at) for at, name in enumerate(names)}

    def write(self, texts: dict[str, str]) -> None:
        """Write files of the copy."""
        for name, text in texts.items():
            (self.root / name).write_bytes(text.encode("utf-8"))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The tree, copied once."""
    return Example(copy_unit(tmp_path_factory.mktemp("example")))


@pytest.fixture
def slip(example: Example, request: pytest.FixtureRequest) -> Iterator[tuple[Example, int]]:
    """A round: its files changed, and afterwards as they were."""
    texts = example.changed(request.param)
    example.write(texts)
    yield example, request.param
    example.write({name: example.files[name] for name in texts})


def inside(finding: Finding, example: Example, seen: dict[str, list[str]]) -> bool:
    """Whether the place of a finding is one of the file as it is now; just behind the end of a line is one."""
    path = example.root / finding.span.file
    if not path.is_file():
        return False
    if finding.span.file not in seen:
        text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        seen[finding.span.file] = text.replace("\r\n", "\n").split("\n")
    lines = seen[finding.span.file]
    return finding.span.line <= len(lines) and finding.span.column <= len(lines[finding.span.line - 1]) + 1


def look(workspace: Workspace, example: Example) -> list[Finding]:
    """The findings of a round, after a look at each, at its place and at their JSON."""
    found, seen = workspace.findings, dict[str, list[str]]()
    for finding in found:
        look_at(finding)
        assert inside(finding, example, seen), str(finding.span)
        assert all((example.root / span.file).is_file() for span, _ in finding.related)
    for language in ("zh", "en"):
        assert len(json.loads(findings_json(found, language).encode("utf-8"))["findings"]) == len(found)
    return found


@pytest.mark.parametrize("slip", range(ROUNDS), indirect=True)
def test_three_slips(slip: tuple[Example, int]) -> None:
    """Findings and no exception; the same ones again; pages where no error refuses them."""
    example, number = slip
    workspace = open_handbook(example.root)
    found = look(workspace, example)
    if number % AGAIN:
        return
    assert open_handbook(example.root).findings == found
    if not any(level_of(finding) is Level.ERROR and not finding.waived for finding in found):
        assert all(workspace.book(year).pages for year in workspace.years)


def test_the_example_itself_is_good(example: Example) -> None:
    """Otherwise the slips prove nothing; and it is put back as it was."""
    found = look(open_handbook(example.root), example)
    assert not [finding for finding in found if level_of(finding) is Level.ERROR and not finding.waived]
    assert all((example.root / name).read_text(encoding="utf-8") == text for name, text in example.files.items())


def test_the_slips_are_many_and_the_same_every_time(example: Example) -> None:
    """Each sort of slip happens, nearly every one changes something, and a seed means one text."""
    rounds = [example.changed(number) for number in range(ROUNDS)]
    assert rounds == [example.changed(number) for number in range(ROUNDS)]
    changed = [name for texts in rounds for name, text in texts.items() if text != example.files[name]]
    assert len(changed) > 270
    kinds = {random.Random(number * 10 + at).choice(SLIPS) for number in range(ROUNDS) for at in range(3)}
    assert kinds == set(SLIPS)
