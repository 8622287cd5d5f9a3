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


DIMENSIONS = "region: {name: 推广部区域, members: {east: {name: 推广部华东}, west: {name: 华西}}}\n"


def test_what_stands_beside_the_sections(tmp_path: Path) -> None:
    """The head of a plan, dimensions with their members, season profiles, titles of the handbook; each once."""
    handbook = "format: 1\ntitle: 推广部手册\nlanguage: zh-Hans\ncurrent: 2026\nas_of: 2026-01-05\n"
    files = {
        "handbook.yml": handbook + "years: {'2026': {title: 推广部二〇二六}}\n",
        "shared/dimensions.yml": DIMENSIONS,
        "shared/profiles.yml": "spring: {name: 推广部旺季, weights: {Q1: 1, Q2: 1, Q3: 1, Q4: 1}}\n",
        "2025/demo/plan.yml": "name: 旧计划\n",
        "plan.yml": "name: 推广部计划\ntitle: 推广部全年计划\nsummary: 由推广部牵头\n",
    }
    found = open_files(tmp_path, {"shared/names.yml": NAMES, **files}).findings
    assert sorted(f"{f.span.file.rpartition('content/')[2]} {f.span.line}" for f in found if f.code == "PG432") == [
        "2026/demo/plan.yml 1",
        "2026/demo/plan.yml 2",
        "2026/demo/plan.yml 3",
        "handbook.yml 2",
        "handbook.yml 6",
        "shared/dimensions.yml 1",
        "shared/dimensions.yml 1",
        "shared/profiles.yml 1",
    ]


def test_a_waiver_may_say_the_word(tmp_path: Path) -> None:
    """The reason that waives a doubtful word is no doubtful word itself, nor is an id or an address of a file."""
    names = "stuffing: {also: [压货, org], reason: 虚增销售}\n"
    handbook = (
        "format: 1\ntitle: 手册\nlanguage: zh-Hans\ncurrent: 2026\nas_of: 2026-01-05\n"
        "edit_url: 'https://forge/org/{file}#{line}'\n"
        "waivers:\n  - {code: PG434, reason: 压货一词看过, owner: lead, until: 2026-06-30}\n"
    )
    files = {"shared/names.yml": names, "handbook.yml": handbook, "plan.yml": "name: 计划\nchapters: [org]\n"}
    assert [f.code for f in open_files(tmp_path, files).findings if f.code == "PG434"] == []


def test_one_wrong_name_under_two_right_ones(tmp_path: Path) -> None:
    """Told once for all years that share the list; the same right name twice, or none, is no doubt."""
    names = (
        "a: {name: 产品开发部, also: [产品部, 研发部]}\n"
        "b: {name: 技术研究部, also: [技术部, 研发部]}\n"
        "c: {name: 产品开发部, also: [产品部]}\n"
        "d: {also: [研发部], reason: 先问}\n"
    )
    files = {"shared/names.yml": names, "2025/demo/plan.yml": "name: 计划\n"}
    (finding,) = (f for f in open_files(tmp_path, files).findings if f.code == "PG435")
    assert (finding.span.line, finding.span.column) == (2, 30)
    assert message(finding) == "“研发部”列在“产品开发部”下，也列在“技术研究部”下，分不出该改成哪一个"
