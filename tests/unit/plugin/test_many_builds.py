"""Many builds in one process with the real host, as `plangen serve` makes them: none leaves anything to the next."""

import shutil
from pathlib import Path

from plangen.site.publishing.publish import Order, publish
from plangen.workspace import open_handbook
from tongues import write_tongues
from unit.seals import closed
from unit.site.books import tree

FAILS = "def on_page_content(html, **_):\n    return 1 / 0\n"


def build(root: Path) -> tuple[int, dict[str, str]]:
    """The status, and every file of a new site."""
    shutil.rmtree(root / "site", ignore_errors=True)
    outcome = publish(Order(root, root / "site"), lambda: open_handbook(root), lambda *_, **__: None)
    return outcome.status, tree(root / "site")


def with_failing_hook(root: Path) -> Path:
    """A handbook of several languages whose own hook ends the build in the middle of a page."""
    write_tongues(root)
    (root / "hook.py").write_text(FAILS, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    return root


def test_a_build_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    """One language after three, after a failure, and the other way round: the same bytes each time."""
    one = closed.make(tmp_path / "one")
    three, failing = write_tongues(tmp_path / "three"), with_failing_hook(tmp_path / "failing")
    first = build(one)
    before = build(three)
    assert (first[0], before[0]) == (0, 0)
    assert len(first[1]) > 50
    assert build(one) == first
    assert build(failing)[0] == 2
    assert build(one) == first
    assert build(three) == before
