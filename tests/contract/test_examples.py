"""Every kind's example and every check's Bad and Good examples, run for real."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from handbooks import codes, open_files
from plangen.catalogue import kinds, load_checks
from plangen.findings import CHECKS, CODES

load_checks()

BLOCK = re.compile(r"^(Bad|Good):\n((?:[ ]{4}.*\n?|\n)+)", re.MULTILINE)
FILE = re.compile(r"^# ([\w/-]+\.(?:yml|md|csv))$", re.MULTILINE)


def blocks(manual: str) -> dict[str, dict[str, str]]:
    """The files of a manual page's Bad and Good examples."""
    found = {}
    for word, text in BLOCK.findall(manual + "\n"):
        parts = FILE.split(dedent(text))
        if len(parts) > 1:
            found[word] = dict(zip(parts[1::2], (part.lstrip("\n") for part in parts[2::2]), strict=True))
    return found


WITH_EXAMPLES = sorted(code for code in CODES if {"Bad", "Good"} <= set(blocks(CODES[code].manual)))


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_bad_example_gives_the_code(code: str, tmp_path: Path) -> None:
    """The Bad example of a manual page is found by its own check."""
    assert code in codes(open_files(tmp_path, blocks(CODES[code].manual)["Bad"]))


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_good_example_is_good(code: str, tmp_path: Path) -> None:
    """The Good example of a manual page does not give the code."""
    assert code not in codes(open_files(tmp_path, blocks(CODES[code].manual)["Good"]))


@pytest.mark.parametrize("code", sorted(CODES))
def test_code_is_explained(code: str) -> None:
    """Every code says what is wrong and the way out in both languages, and why."""
    definition = CODES[code]
    assert all(definition.says[language] for language in ("zh", "en"))
    assert all(definition.fix[language] for language in ("zh", "en"))
    assert "Why:" in definition.manual


@pytest.mark.parametrize("code", sorted(code for code, check in CHECKS.items() if check.takes in kinds()))
def test_section_checks_have_examples(code: str) -> None:
    """A check of a section kind shows a bad and a good section, unless it compares two years."""
    assert code in WITH_EXAMPLES or "two years" in CODES[code].manual


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_kind_example_is_valid(kind: str, language: str, tmp_path: Path) -> None:
    """The example of a kind gives no error and no warning: it is what `plangen new section` writes.

    Its roles are those of the organisation's example; `new section` leaves out what a plan does not have.
    """
    examples = {name: kinds()[name].example(language) for name in ("org", kind)}
    workspace = open_files(tmp_path, {f"{name}.yml": text for name, text in examples.items()})
    levels = {CODES[finding.code].level.value for finding in workspace.findings}
    assert levels <= {"info"}, [(finding.code, str(finding.span), finding.args) for finding in workspace.findings]


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_kind_gives_a_page(kind: str, tmp_path: Path) -> None:
    """Every kind gives a title in both languages, blocks, a sentence, a summary, and its page in the book."""
    workspace = open_files(tmp_path, {f"{kind}.yml": kinds()[kind].example()})
    plan = next(iter(workspace.scope(2026).plans()))
    section, found = plan.plan.sections[kind], kinds()[kind]
    assert found.title("zh") != found.title("en") or kind == "swot"
    assert list(found.blocks(section, plan))
    assert found.lede(section, plan)
    assert found.summary(section, plan)
    assert f"demo/{kind}.md" in [page.path for page in workspace.book(2026).pages]
