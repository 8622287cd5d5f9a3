"""`plangen owners` on small handbooks and on the example."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from handbooks import write_handbook
from plangen.cli import main
from plangen.render.code_owners import lines_in, owners_of
from plangen.source import handbook_files

HEAD = 'format: 1\ntitle: 手册\nlanguage: en\ncurrent: 2026\nas_of: 2026-01-05\nowners:\n  default: "@planning"\n'
ROLES = "roles:\n  lead: {name: 总监, headcount: 1人}\n  rep: {name: 业务员, headcount: 1人}\n"
FILES = {
    "handbook.yml": HEAD + '  lead: ["@lin", "@team/sales"]\n  rep: wu@example.com\n',
    "org.yml": ROLES,
    "plan.yml": "name: 计划\nowner: lead\n",
    "2026/demo/east/plan.yml": "name: 华东\nowner: rep\n",
    "2026/demo/east/north/plan.yml": "name: 华北\n",
    "2026/demo/west/plan.yml": "name: 西部\n",
}
Owners = Callable[..., Result]


def owners(root: Path, *args: str) -> Result:
    """Run the command on a handbook."""
    return CliRunner().invoke(main, ["-C", str(root), "owners", *args], prog_name="plangen")


def rules(root: Path, files: Mapping[str, str] | None = None) -> list[str]:
    """The rules written for a handbook, without marks."""
    result = owners(write_handbook(root, files or FILES))
    assert result.exit_code == 0, result.output
    return [str(line) for line in lines_in(result.output)]


def test_plans_belong_to_their_owners(tmp_path: Path) -> None:
    """Its own; the nearest above (north: east's; west: demo's, which says nothing new); the rest the default's."""
    assert rules(tmp_path) == [
        "* @planning",
        "/content/ @lin @team/sales",
        "/content/2026/demo/east/ wu@example.com",
        "/sealed/ @lin @team/sales",
    ]


def test_a_section_belongs_to_its_owner_as_well(tmp_path: Path) -> None:
    """And its narrative."""
    files = FILES | {"org.yml": "owner: rep\n" + ROLES, "org.md": "组织。\n", "market.md": "市场。\n"}
    found = rules(tmp_path, files)
    assert found[2:4] == [
        "/content/2026/demo/org.yml @lin @team/sales wu@example.com",
        "/content/2026/demo/org.md @lin @team/sales wu@example.com",
    ]


def test_a_handbook_without_plan_owners(tmp_path: Path) -> None:
    """All of it is the default's, in one rule."""
    assert rules(tmp_path, {"handbook.yml": HEAD, "org.yml": ROLES}) == ["* @planning"]


def test_the_owner_of_the_handbook(tmp_path: Path) -> None:
    """Settings and sealed years; a year belongs to its plans' owners all the same."""
    files = FILES | {"handbook.yml": FILES["handbook.yml"] + "owner: rep\n"}
    assert rules(tmp_path, files)[1:3] == ["/content/ wu@example.com", "/content/2026/ @lin @team/sales"]


def test_a_role_of_one_plan(tmp_path: Path) -> None:
    """Two plans have a role of one id: the one that is named with its plan has another name."""
    head = HEAD + '  lead: "@lin"\n  demo/east:org/lead: "@east"\n'
    files = {
        "handbook.yml": head,
        "org.yml": "roles: {lead: {name: 总监, headcount: 1人}}\n",
        "plan.yml": "name: 计划\nowner: lead\n",
        "2026/demo/east/plan.yml": "name: 华东\nowner: lead\n",
        "2026/demo/east/org.yml": "roles: {lead: {name: 经理, headcount: 1人}}\n",
    }
    assert rules(tmp_path, files)[1:3] == ["/content/ @lin", "/content/2026/demo/east/ @east"]


def test_paths_that_need_an_escape_from_the_top_of_the_repository(tmp_path: Path) -> None:
    """The handbook is a folder of a repository, with a space, brackets and Chinese; nothing outside is claimed."""
    (tmp_path / ".git").mkdir()
    found = rules(tmp_path / "我的 手册[1]")
    assert found[0] == "/我的\\ 手册?1?/ @planning"
    assert all(rule.startswith("/我的\\ 手册?1?/") for rule in found)


def test_a_role_without_a_name(tmp_path: Path) -> None:
    """Where the plan names it; nothing is printed for the forge, and nothing written."""
    root = write_handbook(tmp_path, FILES | {"handbook.yml": HEAD + '  lead: "@lin"\n'})
    result = owners(root, "--out", "CODEOWNERS")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "content/2026/demo/east/plan.yml:2:8  PG263 error" in result.stderr
    assert "add a line to `owners` in handbook.yml: rep: " in result.stderr
    assert not (root / "CODEOWNERS").exists()


def test_a_role_without_a_name_is_told_once(tmp_path: Path) -> None:
    """Three plans are its: one line in handbook.yml mends them all."""
    files = {f"2026/demo/{name}/plan.yml": f"name: {name}\nowner: rep\n" for name in ("east", "north", "west")}
    root = write_handbook(tmp_path, {"handbook.yml": HEAD, "org.yml": ROLES} | files)
    assert owners(root).stderr.count("PG263 error") == 1


def test_files_of_nobody(tmp_path: Path) -> None:
    """No default and no owner above: how many, and which."""
    root = write_handbook(tmp_path, {"handbook.yml": HEAD.partition("owners")[0]})
    result = owners(root)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        "content/2026/demo/plan.yml:1:1  PG264 error  files that nobody owns: 4: "
        "content/2026/demo/plan.yml, content/handbook.yml, content/shared/dimensions.yml, mkdocs.yml"
    )


@pytest.mark.parametrize(
    ("owner", "code"), [("manger: '@x'", "PG261"), ("lead: planning team", "PG262"), ("lead: '@a b'", "PG262")]
)
def test_a_wrong_table_is_refused(tmp_path: Path, owner: str, code: str) -> None:
    """A role that does not exist, a name that no forge knows."""
    root = write_handbook(tmp_path, {"handbook.yml": f"{HEAD}  {owner}\n", "org.yml": ROLES})
    result = owners(root)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"content/handbook.yml:8:{3 if code == 'PG261' else 9}  {code} error" in result.stderr


@pytest.mark.parametrize("place", [".github/CODEOWNERS", "CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS"])
def test_check(tmp_path: Path, place: str) -> None:
    """Good after it was written; then the owner of a plan changes, and the line is named."""
    root = write_handbook(tmp_path, FILES)
    assert owners(root, "--out", place).exit_code == 0
    assert (owners(root, "--check").exit_code, owners(root, "--check").output) == (0, "")
    (root / "content/2026/demo/east/plan.yml").write_text("name: 华东\nowner: lead\n", encoding="utf-8")
    result = owners(root, "--check")
    assert result.exit_code == 1
    assert f"{place}:4:1  PG265 error" in result.stderr
    assert "it has “/content/2026/demo/east/ wu@example.com”, not “/sealed/ @lin @team/sales”" in result.stderr


def test_check_without_a_file(tmp_path: Path) -> None:
    """The first place is named."""
    result = owners(write_handbook(tmp_path, FILES), "--check")
    assert result.exit_code == 1
    assert ".github/CODEOWNERS:1:1  PG265 error" in result.stderr


def test_check_of_a_handbook_inside_a_repository(tmp_path: Path) -> None:
    """The file lies at the top."""
    (tmp_path / ".git").mkdir()
    root = write_handbook(tmp_path / "plans" / "sales", FILES)
    assert owners(root, "--out", "../../CODEOWNERS").exit_code == 0
    assert owners(root, "--check").exit_code == 0
    (tmp_path / "CODEOWNERS").write_text("* @x\n")
    assert "../../CODEOWNERS:1:1  PG265 error" in owners(root, "--check").stderr


def test_check_sees_a_later_rule_that_takes_owners_away(tmp_path: Path) -> None:
    """The block is as it should be; a rule behind it leaves a plan to nobody."""
    root = write_handbook(tmp_path, FILES)
    owners(root, "--out", "CODEOWNERS")
    with (root / "CODEOWNERS").open("a", encoding="utf-8") as file:
        file.write("/content/2026/demo/east/north/\n")
    result = owners(root, "--check")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "content/2026/demo/east/north/plan.yml:1:1  PG264 error  files that nobody owns: 1: "
        "content/2026/demo/east/north/plan.yml\n"
    )


def test_a_file_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    """Rules around the block stay; a file without one is refused."""
    root = write_handbook(tmp_path, FILES)
    (root / "CODEOWNERS").write_text("* @ops\n")
    assert owners(root, "--out", "CODEOWNERS").exit_code == 2
    assert (root / "CODEOWNERS").read_text() == "* @ops\n"
    block = owners(root).output
    (root / "CODEOWNERS").write_text("* @ops\n" + block.replace("@lin", "@old") + "/tools/ @ops\n", encoding="utf-8")
    assert owners(root, "--out", "CODEOWNERS").exit_code == 0
    assert (root / "CODEOWNERS").read_text(encoding="utf-8") == f"* @ops\n{block}/tools/ @ops\n"


@pytest.mark.parametrize(
    "wrong",
    [
        {"2026/demo/east/plan.yml": "name: [\n"},
        {"org.yml": "roles: {lead: {}}\n"},
        {"handbook.yml": FILES["handbook.yml"] + '  rep: "@other"\n'},
    ],
)
def test_content_that_cannot_be_read(tmp_path: Path, wrong: dict[str, str]) -> None:
    """Who owns what is not known: nothing is written, `plangen check` says more."""
    root = write_handbook(tmp_path, FILES | wrong)
    result = owners(root, "--out", "CODEOWNERS")
    assert (result.exit_code, result.stderr) == (1, "plangen: content cannot be read; see plangen check\n")
    assert not (root / "CODEOWNERS").exists()


def test_the_sample_is_the_example(repository: Path) -> None:
    """docs/samples/CODEOWNERS, and every file of the example has an owner by it."""
    assert owners(repository, "--check", "--out", "docs/samples/CODEOWNERS").exit_code == 0
    lines = lines_in((repository / "docs/samples/CODEOWNERS").read_text(encoding="utf-8"))
    files = handbook_files(repository)
    assert len(files) > 40
    assert all(owners_of(file, lines) for file in files)
    manager = ("@plangen-example/region-manager",)
    assert owners_of("content/2026/adhesives/east-china/scenarios/floor.yml", lines) == manager
    assert owners_of("content/2026/adhesives/org.yml", lines) == ("@plangen-example/marketing-director",)


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    """It has no block of plangen either, and stays as it is."""
    write_handbook(tmp_path, FILES)
    (tmp_path / "CODEOWNERS").write_bytes("* @规划\n".encode("gbk"))
    result = owners(tmp_path, "--out", "CODEOWNERS")
    assert (result.exit_code, "no block of plangen" in result.output) == (2, True)
    assert (tmp_path / "CODEOWNERS").read_bytes() == "* @规划\n".encode("gbk")
