"""One sealed handbook for all tests of a process; each test works in a copy."""

from pathlib import Path

import pytest

from unit.seals.closed import PageHost, copy, make, seal, use_host


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> PageHost:
    """The stand-in for the site generator."""
    return use_host(monkeypatch)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook whose year 2025 is sealed; not to be changed."""
    with pytest.MonkeyPatch.context() as patch:
        use_host(patch)
        root = make(tmp_path_factory.mktemp("sealed") / "handbook")
        seal(root)
    return root


@pytest.fixture
def root(original: Path, tmp_path: Path, host: PageHost) -> Path:
    """A copy of the sealed handbook."""
    return copy(original, tmp_path / "handbook")
