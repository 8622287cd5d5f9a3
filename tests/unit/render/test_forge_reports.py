"""What GitHub, GitLab and code scanning are told: limits, escapes, folding, suppressions."""

import re
from json import loads

import pytest

from plangen.findings import Level
from plangen.render.annotations_github import github_annotations
from plangen.render.code_quality_gitlab import gitlab_code_quality
from plangen.render.sarif import sarif
from plangen.values import Span
from plangen.views import Manual, Remark

WORDS = "50% done\nnext, 1:2"


def remark(number: int = 1, level: Level = Level.ERROR, **more: object) -> Remark:
    """A remark at a line of a plan."""
    span = Span("plans/华东 区/a,b:c.yml", number, 3, number, 8)
    values: dict[str, object] = {"span": span, "title": f"OBJ101 x:y,{number}", "text": WORDS, **more}
    return Remark(level=level, id=f"id-{number}", rule="OBJ101", **values)  # type: ignore[arg-type]


def commands(text: str, name: str) -> list[str]:
    """The workflow commands of a name."""
    return [line for line in text.splitlines() if line.startswith(f"::{name}")]


def test_github_escapes() -> None:
    """`%`, line breaks everywhere; `:` and `,` in properties, and nowhere else. Places, inclusive."""
    text = github_annotations([remark(title="100%: a, b\r\n", hint="mend it")], "en")
    assert text == (
        "::error file=plans/华东 区/a%2Cb%3Ac.yml,line=1,endLine=1,col=3,endColumn=7,title=100%25%3A a%2C b%0D%0A"
        "::50%25 done%0Anext, 1:2%0Away out: mend it\n"
    )


def test_github_refuses_columns_of_several_lines() -> None:
    """So there are none."""
    text = github_annotations([remark(span=Span("a.yml", 2, 5, 4, 9))], "en")
    assert text.startswith("::error file=a.yml,line=2,endLine=4,title=")


@pytest.mark.parametrize(
    ("level", "name"), [(Level.ERROR, "error"), (Level.WARNING, "warning"), (Level.INFO, "notice")]
)
def test_github_keeps_ten(level: Level, name: str) -> None:
    """Thirty-three of a level: ten are written, the tenth tells of 23 more, and those are in the log."""
    text = github_annotations([remark(number, level) for number in range(1, 34)], "zh")
    shown = commands(text, name + " ")
    assert len(shown) == 10
    assert [("另有 23 " in line) for line in shown] == [False] * 9 + [True]
    assert "（OBJ101 × 23）" in shown[9]
    log = text.partition("::group::")[2].splitlines()
    assert [f":{number}:3  OBJ101" in line for number, line in enumerate(log[2:25], 11)] == [True] * 23


def test_github_says_nothing_more_where_all_fit() -> None:
    """Ten are ten."""
    text = github_annotations([remark(number) for number in range(1, 11)], "zh")
    assert len(text.splitlines()) == 10
    assert "另有" not in text


def test_github_counts_what_is_waived() -> None:
    """Without annotating it; the count takes one of the ten notices."""
    notes = [remark(number, Level.INFO) for number in range(1, 12)]
    text = github_annotations([*notes, remark(50, accepted="so the paper has it"), remark(51, accepted="x")], "en")
    shown = commands(text, "notice ")
    assert commands(text, "error") == []
    assert len(shown) == 10
    assert "and 2 more without an annotation (notes: OBJ101 × 2)" in shown[8]
    assert shown[9] == "::notice title=plangen::2 waived, not shown; run plangen check"


def test_github_takes_no_command_from_a_text() -> None:
    """The log of what did not fit stands where commands are not obeyed, until a word that is not in it."""
    evil = [remark(number, text="##[add-path]/tmp") for number in range(1, 13)]
    log = github_annotations(evil, "en").partition("::group::")[2].splitlines()
    token = re.fullmatch(r"::stop-commands::([0-9a-f]{64})", log[1])
    assert token
    assert log[-2:] == [f"::{token.group(1)}::", "::endgroup::"]
    assert not any(token.group(1) in line for line in log[2:-2])


def test_github_names_the_command_that_shows_all() -> None:
    """Another producer has another command."""
    text = github_annotations([remark(number) for number in range(12)], "en", "plangen diff main HEAD")
    assert "see the log of this step, or run plangen diff main HEAD" in text


def test_gitlab() -> None:
    """The fields that GitLab reads, the most important first; what is waived is left out."""
    rows = loads(
        gitlab_code_quality([remark(7, Level.INFO), remark(3, Level.WARNING), remark(9), remark(1, accepted="x")])
    )
    assert [row["severity"] for row in rows] == ["critical", "minor", "info"]
    assert rows[0] == {
        "description": WORDS,
        "check_name": "OBJ101",
        "fingerprint": "id-9",
        "severity": "critical",
        "location": {"path": "plans/华东 区/a,b:c.yml", "lines": {"begin": 9, "end": 9}},
    }


def test_gitlab_of_nothing() -> None:
    """An empty report, so that what was there before is told to be solved."""
    assert gitlab_code_quality([]) == "[]\n"


def test_sarif() -> None:
    """What the schema requires, and what code scanning reads."""
    manual = Manual("OBJ101", Level.ERROR, "Parts make the total.", "Parts make the total.\n\nWhy: …", "the page")
    accepted = remark(2, Level.WARNING, accepted="so the paper has it", hint="mend it")
    other = remark(4, related=((Span("b.yml", 5, 1, 6, 1), "the total"), (Span.whole("c.yml"), "")))
    log = loads(sarif([accepted, other], [manual], "zh", "1.2.3"))
    (run,) = log["runs"]
    assert (log["version"], log["$schema"].rpartition("/")[2]) == ("2.1.0", "sarif-schema-2.1.0.json")
    assert (run["columnKind"], run["language"]) == ("unicodeCodePoints", "zh-CN")
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("plangen", "1.2.3")
    assert driver["rules"] == [
        {
            "id": "OBJ101",
            "shortDescription": {"text": "Parts make the total."},
            "fullDescription": {"text": "Parts make the total.\n\nWhy: …"},
            "help": {"text": "the page"},
            "defaultConfiguration": {"level": "error"},
        }
    ]
    first, second = run["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("OBJ101", 0, "error")
    assert first["message"] == {"text": WORDS}
    assert first["partialFingerprints"] == {"plangen/v1": "id-4"}
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {
                    "uri": "plans/%E5%8D%8E%E4%B8%9C%20%E5%8C%BA/a%2Cb%3Ac.yml",
                    "uriBaseId": "%SRCROOT%",
                },
                "region": {"startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 8},
            }
        }
    ]
    assert [place["id"] for place in first["relatedLocations"]] == [1, 2]
    assert first["relatedLocations"][0]["message"] == {"text": "the total"}
    assert "message" not in first["relatedLocations"][1]
    assert "suppressions" not in first
    assert second["suppressions"] == [{"kind": "external", "justification": "so the paper has it"}]
    assert (second["level"], second["message"]) == ("warning", {"text": WORDS + "\nmend it"})


def test_sarif_of_a_rule_without_a_page() -> None:
    """A result names its rule, and points to none."""
    log = loads(sarif([remark()], [], "en", "1"))
    assert "ruleIndex" not in log["runs"][0]["results"][0]
