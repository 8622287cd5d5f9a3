"""Every kind's example and every check's Bad and Good examples, run for real."""

import re
from html import unescape
from pathlib import Path
from textwrap import dedent
from typing import Any, get_args

import pytest

from handbooks import codes, open_files
from plangen.catalogue import kinds, load_checks
from plangen.compute import Share, roles_of, ties
from plangen.findings import CHECKS, CODES
from plangen.model import Entry

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


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_nothing_that_names_a_role_is_lost(kind: str, tmp_path: Path) -> None:
    """Whatever of a kind's example names a role stands on that role's page: the kind tells it, or the list does."""
    examples = {name: kinds()[name].example() for name in ("org", kind)}
    workspace = open_files(tmp_path, {f"{name}.yml": text for name, text in examples.items()})
    scope = next(iter(workspace.scope(2026).plans()))
    pages = {page.path: "".join(page.slots.values()) for page in workspace.book(2026).pages}
    for role in roles_of(scope):
        share = ties(scope).shares(role).get(("demo", kind), Share(role, ()))
        blocks, left = kinds()[kind].role(scope.plan.sections[kind], scope, share)
        assert set(map(id, left)) <= set(map(id, share.ties))
        html = unescape(pages[f"roles/demo/{role.item[-1]}.md"])
        told = [tie for tie in share.ties if tie not in left and tie.is_named]
        assert not told or tuple(blocks), f"{kind} tells {told[0].fields} and shows nothing"
        for entry in (tie.entry for tie in share.ties if tie.is_named):
            name = getattr(entry, "name", None) or getattr(entry, "text", None) or scope.name_of(entry.address())
            assert str(name) in html, (role, entry.address())


def test_fields_that_name_who_answers_are_there() -> None:
    """A kind that declares a field it does not have would answer for nothing."""
    for kind in kinds().values():
        for entry in entry_types(kind.model):
            assert entry.answered_by <= set(entry.model_fields), (kind.name, entry)


def entry_types(model: type[Entry]) -> set[type[Entry]]:
    """Every type of entry that a section can hold, itself included."""
    found: set[type[Entry]] = set()
    waiting: list[Any] = [model]
    while waiting:
        here = waiting.pop()
        if isinstance(here, type) and issubclass(here, Entry) and here not in found:
            found.add(here)
            waiting += [info.annotation for info in here.model_fields.values()]
        waiting += list(get_args(here))
    return found
