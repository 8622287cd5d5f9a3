"""Hostile text in every field of free text, at once: shown as it is written, and nothing else on any page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plangen.findings import Level, level_of
from plangen.site.book import Page
from plangen.workspace import open_handbook
from robustness.finished import finished
from robustness.hostile_texts import PAYLOADS, Supply, harmless, hostile_handbook
from robustness.promises import checked, refusals
from unit.render.page_reader import PageReader

Pages = dict[str, PageReader]
Made = tuple[list[str], Pages, list[Page]]
"""The texts of a handbook, its pages as they are read, and as the host gets them."""
TAG = re.compile(r"</?[a-zA-Z!][^<>]*>?")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The texts and the pages that show them."""
    return made(tmp_path_factory.mktemp("hostile"), Supply(str))


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The same handbook with harmless letters in the place of every sign."""
    return made(tmp_path_factory.mktemp("tame"), Supply(harmless))


def made(root: Path, texts: Supply) -> Made:
    """The texts of a handbook that has no error, and its pages by path."""
    hostile_handbook(root, texts)
    assert not [finding for finding in checked(root) if level_of(finding) is Level.ERROR]
    pages = open_handbook(root).book(2026).pages
    return texts.given, {page.path: finished(page) for page in pages}, list(pages)


def test_no_element_and_no_attribute_comes_from_a_text(hostile: Made, tame: Made) -> None:
    """Element by element, attribute by attribute, each page is that of the harmless handbook."""
    assert list(hostile[1]) == list(tame[1])
    for path, page in hostile[1].items():
        shape = [(tag, list(attributes)) for tag, attributes in page.elements]
        assert shape == [(tag, list(attributes)) for tag, attributes in tame[1][path].elements], path
        assert page.open == []


def test_every_text_is_shown_as_it_is_written(hostile: Made, tame: Made) -> None:
    """Wherever the harmless twin of a text is read, the text itself is; most fields are shown somewhere.

    The page of findings is left out: it shows lines of the files, with their quotes and escapes.
    """
    shown = set()
    for path, page in ((path, page) for path, page in hostile[1].items() if path != "checks.md"):
        for text, twin in zip(hostile[0], tame[0], strict=True):
            count = tame[1][path].text.count(twin)
            assert page.text.count(text) == count, (path, text)
            shown |= {text} if count else set()
    assert len(hostile[0]) > 100
    assert len(shown) > len(hostile[0]) / 2
    assert all(any(payload in text for text in shown) for payload in PAYLOADS)


def test_no_link_leads_to_a_text(hostile: Made) -> None:
    """No address runs anything or leaves the site."""
    for page in hostile[1].values():
        for _, attributes in page.elements:
            for name in ("href", "src", "action", "formaction", "xlink:href"):
                address = attributes.get(name, "").strip().lower()
                assert not address.startswith(("javascript:", "data:", "vbscript:", "http:", "//")), address


def test_no_chart_label_holds_an_element(hostile: Made, tame: Made) -> None:
    """Charts read a few tags in their labels: each is one of ours, as in the harmless handbook."""
    labels, twins = ([*chart_labels(pages)] for _, _, pages in (hostile, tame))
    assert len(labels) > 100
    assert [TAG.findall(label) for label in labels] == [TAG.findall(twin) for twin in twins]


def chart_labels(pages: list[Page]) -> Iterator[str]:
    """Every text of every chart."""
    for page in pages:
        for chart in page.figures:
            yield from strings(json.loads(chart))


def strings(value: object) -> Iterator[str]:
    """Every text inside a JSON value."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inner)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x00"])
def test_a_line_break_of_another_kind_is_refused(sign: str, tmp_path: Path) -> None:
    """It would end a line for some programs and not for others: as it is, and as an escape."""
    assert refusals(tmp_path, "objectives.yml", f"revenue: {{name: a{sign}b, target: 1家}}\n") == ["PG106 1:18"]
    escaped = json.dumps(f"a{sign}b")
    assert refusals(tmp_path, "objectives.yml", f"revenue: {{name: {escaped}, target: 1家}}\n") == ["PG106 1:17"]
