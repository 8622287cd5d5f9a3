"""`plangen export --unset`: what is not set, for people with a spreadsheet and for programs."""

import csv
import io
import json
from pathlib import Path

from click.testing import CliRunner, Result

from handbooks import write_handbook
from plangen.cli import main

FILES = {
    "plan.yml": "name: 计划\nowner: lead\n",
    "org.yml": "roles:\n  lead: {name: 组长}\n",
    "objectives.yml": 'revenue:\n  name: "=销售额"\n  target: 待定\nmargin: {name: 毛利, target: 待定}\n',
    "2025/demo/plan.yml": "name: 计划\n",
    "2025/demo/objectives.yml": "margin: {name: 毛利, target: 8万元}\nrevenue: {name: 销售额, target: 待定}\n",
}


def said(root: Path, *words: str) -> Result:
    """What the command says of the small handbook."""
    write_handbook(root, FILES)
    return CliRunner().invoke(main, ["-C", str(root), "export", *words], prog_name="plangen")


def test_json_tells_owner_place_and_last_year(tmp_path: Path) -> None:
    """One value a line, in the order of the files; the place is that of the value."""
    document = json.loads(said(tmp_path, "--unset", "--year", "2026").stdout)
    assert document["format"] == 1
    assert document["unset"][0] == {
        "year": 2026, "plan": "demo", "kind": "objectives", "address": "demo:objectives/revenue.target",
        "name": "=销售额", "field": "target", "owner": "demo:org/lead", "owner_name": "组长", "last_year": "unset",
        "file": "content/2026/demo/objectives.yml", "line": 3, "column": 11,
    }  # fmt: skip
    assert document["unset"][1]["last_year"] == "8 万元"


def test_all_years_without_a_year(tmp_path: Path) -> None:
    """Oldest first; nobody answers for last year's, and there was nothing before."""
    rows = json.loads(said(tmp_path, "--unset").stdout)["unset"]
    assert (rows[0]["year"], rows[0]["owner"], rows[0]["last_year"]) == (2025, None, None)
    assert [row["year"] for row in rows] == [2025, 2026, 2026]


def test_csv_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    """With a byte order mark; a name that looks like a formula is quoted; the same rows as in JSON."""
    text = said(tmp_path, "--unset", "--format", "csv").stdout_bytes.decode("utf-8")
    assert text.startswith("\ufeffyear,plan,kind,address,name,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["name"] for row in rows] == ["销售额", "'=销售额", "毛利"]
    assert rows[0]["last_year"] == ""
    assert text.count("\r\n") == 4


def test_csv_of_figures_is_refused(tmp_path: Path) -> None:
    """In one sentence, with the way out."""
    result = said(tmp_path, "--format", "csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "plangen: CSV 只用于 --unset 和 --untranslated；全部数字用 --format json\n"
