"""The example, opened once, and its spoiled copies."""

from pathlib import Path

import pytest

from plangen.workspace import open_handbook
from systems.row import rows
from systems.shown import Example
from systems.spoiled import Spoiled


@pytest.fixture(scope="session")
def example(repository: Path) -> Example:
    """The example handbook."""
    return Example(open_handbook(repository))


@pytest.fixture(scope="session")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Spoiled:
    """Its copies with mistakes."""
    return Spoiled(tmp_path_factory.mktemp("spoiled"), rows())
