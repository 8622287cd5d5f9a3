"""Whoever breaks handbook.yml is told in the language that it names."""

from collections.abc import Callable

import pytest

from unit.cli.tiny import HEAD, Run


@pytest.mark.parametrize(
    ("language", "found", "advice"),
    [
        ("en", "unknown key “foo”", "no handbook here"),
        ("zh-Hant", "不認識的鍵「foo」", "先看 plangen check"),
    ],
)
def test_the_language_of_settings_that_cannot_be_used(
    run: Run, write: Callable[[str, str], None], language: str, found: str, advice: str
) -> None:
    """A key that nobody knows: the settings are refused, but they say which language is read here."""
    write("handbook.yml", f"{HEAD}language: {language}\nfoo: 1\n")
    assert found in run("check").stdout
    assert found in run("check", "--format", "json").stdout
    assert advice in run("explain", "objectives/revenue").stderr
