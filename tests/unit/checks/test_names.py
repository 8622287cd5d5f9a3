"""Names that the register replaces: in texts, in lists, in narratives, not inside the right name, not in ids."""

from pathlib import Path

import pytest

from handbooks import open_files
from plangen.findings import message

NAMES = """\
quality: {name: "ISO 9001:2000", also: [ISO-2000], reason: 标准的全名}
marketing: {name: 市场部, also: [市场推广部, 推广部]}
"""


def told(root: Path, files: dict[str, str]) -> list[str]:
    """Where names are wrong, and what is said."""
    found = open_files(root, {"shared/names.yml": NAMES, **files}).findings
    return [f"{f.span.line}:{f.span.column} {message(f)}" for f in found if f.code == "PG432"]


def test_a_text_and_a_list(tmp_path: Path) -> None:
    """The longest wrong name counts; the reason is said; an id is no text."""
    duties = "rep:\n  a: {text: 按 ISO-2000 管理, frequency: 每天, deliverable: 推广部月报}\n"
    org = "roles: {rep: {name: 市场推广部}}\n"
    assert told(tmp_path, {"duties.yml": duties, "org.yml": org}) == [
        "2:13 “ISO-2000”在这本手册里叫“ISO 9001:2000”：标准的全名",
        "2:56 “推广部”在这本手册里叫“市场部”",
        "1:21 “市场推广部”在这本手册里叫“市场部”",
    ]


def test_a_narrative(tmp_path: Path) -> None:
    """Each place; none in code, none in a longer word."""
    text = "市场推广部牵头。\n\n按 ISO-2000 和 ISO-20001，`推广部`。\n"
    assert told(tmp_path, {"index.md": text}) == [
        "1:1 “市场推广部”在这本手册里叫“市场部”",
        "3:3 “ISO-2000”在这本手册里叫“ISO 9001:2000”：标准的全名",
    ]


def test_words_to_be_looked_at(tmp_path: Path) -> None:
    """Words without a right name have a code of their own, with the reason."""
    files = {"shared/names.yml": "stuffing: {also: [压货], reason: 虚增销售}\n", "index.md": "季末压货最大化。\n"}
    (finding,) = open_files(tmp_path, files).findings
    assert (finding.code, finding.span.column, message(finding)) == ("PG434", 3, "“压货”要先有人看过：虚增销售")


@pytest.mark.parametrize("right", ["部门市场部", "市场部"])
def test_a_part_of_the_right_name_is_right(tmp_path: Path, right: str) -> None:
    """`部门市场部` holds `市场部`."""
    names = f"marketing: {{name: {right}, also: [市场]}}\n"
    files = {"shared/names.yml": names, "index.md": f"{right}牵头。\n"}
    assert [f.code for f in open_files(tmp_path, files).findings if f.code == "PG432"] == []
