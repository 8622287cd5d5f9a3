"""Taking entries out of YAML by lines."""

import pytest

from plangen.scaffold.pruning import prune

TEXT = """\
# head
a:
  name: x
  deep:
    # about one
    one: 1
  list:
    - {axis: region}
b: {name: y}
"""


@pytest.mark.parametrize(
    ("numbers", "left"),
    [
        ([3], "# head\na:\n  deep:\n    # about one\n    one: 1\n  list:\n    - {axis: region}\nb: {name: y}\n"),
        ([6], "# head\na:\n  name: x\n  list:\n    - {axis: region}\nb: {name: y}\n"),
        ([8], "# head\na:\n  name: x\n  deep:\n    # about one\n    one: 1\nb: {name: y}\n"),
        ([2], "# head\nb: {name: y}\n"),
        ([3, 6, 8], "# head\nb: {name: y}\n"),
        ([2, 9], ""),
        ([99], TEXT),
    ],
)
def test_prune(numbers: list[int], left: str) -> None:
    """An entry goes with what is below it and, where nothing is left beside it, with what is above it."""
    assert prune(TEXT, numbers) == left
