"""Every finding of the manual pages in every language: no word and no unit of another one but what is typed there."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from contract.test_examples import WITH_EXAMPLES, blocks
from handbooks import HANDBOOK, open_files
from plangen.findings import CODES, message, way_out
from plangen.values import missing

LETTERS = "\u4e00-\u9fff"
HAN = re.compile(rf"[\u3001-\u3011{LETTERS}\uff00-\uffef]+")
WITH_UNIT = re.compile(rf"[0-9](?:[0-9,.]*[0-9])? ?[{LETTERS}]{{1,2}}(?![{LETTERS}])(?:/[{LETTERS}]+)*")
QUOTED_WORDS = {"SEG109": "以上（含）"}
"""What has to be typed in these letters, whatever the language: the check reads no other."""


def told_in(language: str, code: str, files: Mapping[str, str], root: Path) -> Iterator[tuple[str, str]]:
    """What a handbook in a language says of an example, and everything that is typed in it."""
    head = re.sub(r"(?m)^language:.*\n", "", files.get("handbook.yml", HANDBOOK)).rstrip("\n")
    workspace = open_files(root, {**files, "handbook.yml": f"{head}\nlanguage: {language}\n"})
    typed = "".join(path.read_text(encoding="utf-8", errors="ignore") for path in root.rglob("*") if path.is_file())
    for finding in workspace.findings:
        for text in (message(finding, language), way_out(finding, language)):
            yield text.replace(QUOTED_WORDS.get(finding.code, "\0"), ""), typed


def is_simplified(text: str) -> bool:
    """Whether a text has a letter that traditional Chinese has not."""
    return any(not letter.encode("big5", "ignore") for letter in text if "\u4e00" <= letter <= "\u9fff")


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_english_findings_have_no_chinese(code: str, tmp_path: Path) -> None:
    """Names and quoted texts are as they are typed; everything else, units with their numbers too, is English."""
    for text, typed in told_in("en", code, blocks(CODES[code].manual)["Bad"], tmp_path):
        assert [word for word in (*HAN.findall(text), *WITH_UNIT.findall(text)) if word not in typed] == [], text


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_traditional_findings_have_nothing_simplified(code: str, tmp_path: Path) -> None:
    """The same in traditional Chinese: what is typed stays, every word of ours is in the catalogue."""
    before = missing("zh-Hant")
    for text, typed in told_in("zh-Hant", code, blocks(CODES[code].manual)["Bad"], tmp_path):
        quoted = sorted(set(re.findall(rf"[{LETTERS}]+", typed)), key=len, reverse=True)
        rest = re.sub("|".join(quoted), "", text)
        assert not is_simplified(rest), text
        assert [word for word in WITH_UNIT.findall(text) if is_simplified(word) and word not in typed] == [], text
    assert missing("zh-Hant") == before
