"""A stand-in for the site generator, so that publishing is tested without one."""

import pytest

from unit.site.books import FakeHost


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> FakeHost:
    """The stand-in, in the place of the installed host."""
    fake = FakeHost()
    monkeypatch.setattr("plangen.site.publishing.wing.find_host", lambda: fake)
    return fake
