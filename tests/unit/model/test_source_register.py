"""The register of source documents: read from every file of its folder, and refused with places."""

from pathlib import Path

import pytest

from handbooks import codes, open_files
from plangen.findings import message

FIRST = "id: D1\ntitle: 年度计划\nitems:\n  D1-1: {kind: objectives, about: 全年销售额, numbers: [8000, '5%']}\n"


def test_documents_are_read_with_their_items(tmp_path: Path) -> None:
    """What is typed stays text; an item may be left out with a reason."""
    second = (
        "id: D2\ntitle: 区域计划\nabout: 片断\nitems:\n  D2-1: {kind: narrative, about: 一句口号, left: 没有内容}\n"
    )
    workspace = open_files(tmp_path, {"shared/sources/b.yaml": second, "shared/sources/a.yml": FIRST})
    assert codes(workspace) == []
    assert workspace.handbook is not None
    register = workspace.handbook.sources
    assert list(register.documents) == ["D1", "D2"]
    assert [(document.title, name, item.kind) for document, name, item in register.items()] == [
        ("年度计划", "D1-1", "objectives"),
        ("区域计划", "D2-1", "narrative"),
    ]
    assert register.documents["D1"].items["D1-1"].numbers == ("8000", "5%")
    assert register.documents["D2"].items["D2-1"].left == "没有内容"
    assert not register.refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: 甲\nitems: {}\n", "PG210 shared/sources/b.yml:1:1"),
        ("id: 7\ntitle: 甲\nitems: {}\n", "PG217 shared/sources/b.yml:1:5"),
        ("id: D2\ntitle: 甲\nitems:\n  D2-1: {about: 乙}\n", "PG210 shared/sources/b.yml:4:3"),
        ("id: D2\ntitle: 甲\nitems:\n  D2-1: {kind: org, about: 乙, left: ''}\n", "PG218 shared/sources/b.yml:4:37"),
        ("id: D2\ntitle: 甲\nitems:\n  D1-2: {kind: org, about: 乙}\n", "PG271 shared/sources/b.yml:4:3"),
        ("id: D2\ntitle: 甲\nitems:\n  D2-: {kind: org, about: 乙}\n", "PG271 shared/sources/b.yml:4:3"),
        ("id: D1\ntitle: 甲\nitems: {}\n", "PG270 shared/sources/b.yml:1:5"),
        ("id: D\ntitle: 甲\nitems:\n  D-1-1: {kind: org, about: 乙}\n  D-1-1: {kind: org, about: 丙}\n", "PG104 …:5:3"),
        ("id: D2\ntitle: 甲\nitems:\n  D2-1: {kind: objective, about: 乙}\n", "PG272 shared/sources/b.yml:4:16"),
        ("id: D2\ntitel: 甲\nitems: {}\n", "PG112 shared/sources/b.yml:2:1"),
    ],
)
def test_mistakes_have_places(text: str, expected: str, tmp_path: Path) -> None:
    """Every mistake of a register file is found where it stands."""
    workspace = open_files(tmp_path, {"shared/sources/a.yml": FIRST, "shared/sources/b.yml": text})
    found = [f"{each.code} {each.span}".replace("content/", "") for each in workspace.findings]
    assert expected.replace("…", "shared/sources/b.yml") in found


def test_an_item_twice_over_files_names_both_places(tmp_path: Path) -> None:
    """The second one is the finding, and says where the first stands."""
    second = "id: D1-1\ntitle: 甲\nitems: {}\n"
    workspace = open_files(tmp_path, {"shared/sources/a.yml": FIRST, "shared/sources/b.yml": second})
    (finding,) = workspace.findings
    assert (finding.code, str(finding.span)) == ("PG270", "content/shared/sources/b.yml:1:5")
    assert "content/shared/sources/a.yml:4:3" in message(finding, "en")


def test_an_unknown_key_of_a_document_is_answered_with_the_key_that_files_have(tmp_path: Path) -> None:
    """The field of a document's id is called `id` in files."""
    workspace = open_files(tmp_path, {"shared/sources/b.yml": "Id: D2\ntitle: 甲\nitems: {}\n"})
    told = [str(each.args["known"]) for each in workspace.findings if each.code == "PG112"]
    assert [known.split(", ")[-4:] for known in told] == [["id", "title", "about", "items"]]


@pytest.mark.parametrize("path", ["shared/sources/deep/a.yml", "shared/source/a.yml", "2026/shared/sources/a.yml"])
def test_elsewhere_a_register_is_out_of_place(path: str, tmp_path: Path) -> None:
    """A file that nobody reads is told, not passed over."""
    workspace = open_files(tmp_path, {path: FIRST})
    assert {finding.code for finding in workspace.findings} <= {"PG225", "PG226", "PG227"}
    assert workspace.findings
