"""The recipes for forges, run as their steps would run: on clones of a bare repository, with the forge's variables."""

import re
from collections.abc import Iterator
from json import loads
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from plangen import __version__
from plangen.cli import main
from plangen.scaffold import RECIPES, recipe_files
from unit.cli.forge import ELSEWHERE, PLAN, bare_repository, bash, clone, git

TEXTS = dict(zip(RECIPES, recipe_files(RECIPES, __version__).values(), strict=True))
Done = CompletedProcess[str]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forge's repository."""
    return bare_repository(tmp_path_factory.mktemp("forge"))


def recipe(folder: Path, name: str) -> Any:
    """The recipe in a clone."""
    return yaml.safe_load((folder / RECIPES[name]).read_text(encoding="utf-8"))


def on_github(bare: Path, folder: Path, branch: str) -> tuple[dict[str, Done], str]:
    """Every step of the job on the merge of a branch into main, as GitHub checks it out; and the job's summary.

    After a failure only those steps run that say so.
    """
    clone(bare, folder)
    git(folder, "checkout", "-q", "--detach", "origin/main")
    git(folder, "merge", "-q", "--no-ff", "-m", "merge", f"origin/{branch}")
    summary = folder.parent / "summary.md"
    summary.write_text("")
    forge = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_BASE_REF": "main",
        "GITHUB_HEAD_REF": branch,
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    done: dict[str, Done] = {}
    for step in recipe(folder, "github")["jobs"]["review"]["steps"]:
        failed = any(each.returncode for each in done.values())
        if "run" in step and (not failed or "cancelled()" in step.get("if", "")):
            done[step["name"]] = bash([step["run"]], folder, forge)
    return done, summary.read_text(encoding="utf-8")


def on_gitlab(bare: Path, folder: Path, job: str, branch: str) -> Done:
    """One job on a branch, as GitLab checks it out."""
    clone(bare, folder)
    git(folder, "checkout", "-q", "--detach", f"origin/{branch}")
    forge = {"GITLAB_CI": "true", "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_SHA": git(folder, "rev-parse", "HEAD")}
    if branch != "main":
        base = git(folder, "merge-base", "origin/main", "HEAD")
        forge |= {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    jobs = recipe(folder, "gitlab")
    lines = [*jobs[jobs[job]["extends"]]["before_script"], *jobs[job]["script"]]
    return bash(lines, folder, forge)


def test_github_marks_the_lines(bare: Path, tmp_path: Path) -> None:
    """The wrong number of the branch; the lines as they are after the merge."""
    done, _ = on_github(bare, tmp_path / "clone", "change")
    assert done["Install"].returncode == 0
    assert done["Check"].returncode == 1
    first = done["Check"].stdout.splitlines()[0]
    assert first.startswith(f"::error file={PLAN}/objectives.yml,line=10,")
    assert ",title=OBJ101 first-plan%3Aobjectives/revenue.target.rollup/channel::" in first


def test_github_lets_a_good_branch_pass(bare: Path, tmp_path: Path) -> None:
    """Nothing to say about main itself but notes; every step ends well."""
    done, _ = on_github(bare, tmp_path / "clone", "main")
    assert {name: each.returncode for name, each in done.items()} == dict.fromkeys(
        ("Install", "Check", "Review", "Summary"), 0
    )
    assert "::error" not in done["Check"].stdout


def test_gitlab_tells_what_is_new(bare: Path, tmp_path: Path) -> None:
    """Against main's report, by fingerprint: the wrong sum and the rate that no longer fits, and nothing that moved."""
    reports = {}
    for branch, status in (("main", 0), ("change", 1)):
        done = on_gitlab(bare, tmp_path / branch, "plangen-check", branch)
        assert done.returncode == status, done.stderr
        reports[branch] = loads((tmp_path / branch / "code-quality.json").read_text(encoding="utf-8"))
    known = {issue["fingerprint"] for issue in reports["main"]}
    new = [issue for issue in reports["change"] if issue["fingerprint"] not in known]
    assert len(reports["change"]) == len(known) + len(new)
    assert {issue["location"]["path"] for issue in new} == {f"{PLAN}/objectives.yml"}
    assert "OBJ101" in {issue["check_name"] for issue in new}


def on_gitee(bare: Path, folder: Path, branch: str) -> Done:
    """The step's commands on a branch, as Gitee Go runs them: one after another in one shell."""
    clone(bare, folder)
    git(folder, "checkout", "-q", "--detach", f"origin/{branch}")
    forge = {"GITEE_BRANCH": "main", "GITEE_SOURCE_BRANCH": branch, "GITEE_PULL_ID": "1"}
    return bash(recipe(folder, "gitee")["stages"][0]["steps"][0]["commands"], folder, forge)


def test_github_summarises_the_review(bare: Path, tmp_path: Path) -> None:
    """Also where the check has failed: the comment stands in the summary, the page is there to be uploaded."""
    done, summary = on_github(bare, tmp_path / "clone", "change")
    assert (done["Review"].returncode, done["Summary"].returncode) == (1, 0)
    assert summary == (tmp_path / "clone" / "review" / "comment.md").read_text(encoding="utf-8")
    assert_review(tmp_path / "clone" / "review")


def test_gitlab_writes_the_review(bare: Path, tmp_path: Path) -> None:
    """Of what the branch changes since it left main, and of nothing that main has changed since."""
    assert on_gitlab(bare, tmp_path / "clone", "plangen-review", "change").returncode == 1
    assert_review(tmp_path / "clone" / "review")


def test_gitee_writes_the_review_and_refuses(bare: Path, tmp_path: Path) -> None:
    """The comment in the log, the wrong sum, exit status 1."""
    done = on_gitee(bare, tmp_path / "clone", "change")
    assert done.returncode == 1, done.stderr
    assert_review(tmp_path / "clone" / "review")
    assert (tmp_path / "clone" / "review" / "comment.md").read_text(encoding="utf-8") in done.stdout


def assert_review(folder: Path) -> None:
    """The change of the branch is told, in both files; what main changed is not."""
    for name in ("comment.md", "index.html"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "250" in text, name
        assert ELSEWHERE not in text, name


def test_pre_commit_refuses(bare: Path, tmp_path: Path) -> None:
    """Nothing on main, until a number has full-width digits; the wrong sum of the branch."""
    folder = clone(bare, tmp_path / "clone")
    hooks = {hook["id"]: hook["entry"] for hook in recipe(folder, "pre-commit")["repos"][0]["hooks"]}
    assert [bash([entry], folder, {}).returncode for entry in hooks.values()] == [0, 0]
    path = folder / PLAN / "objectives.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("600万元", "６００万元"), encoding="utf-8")
    assert {id_: bash([entry], folder, {}).returncode for id_, entry in hooks.items()} == {
        "plangen-fmt": 1,
        "plangen-check": 0,
    }
    git(folder, "checkout", "-q", "-f", "origin/change")
    assert bash([hooks["plangen-check"]], folder, {}).returncode == 1


def test_pre_commit_looks_at_plans_only() -> None:
    """A change of the README starts no hook."""
    hooks = yaml.safe_load(TEXTS["pre-commit"])["repos"][0]["hooks"]
    for hook in hooks:
        assert re.search(hook["files"], f"{PLAN}/objectives.yml")
        assert not re.search(hook["files"], "README.md")
        assert not hook["pass_filenames"]


def scripts(name: str) -> Iterator[str]:
    """Every line that a recipe has a shell run."""
    document = yaml.safe_load(TEXTS[name])
    if name == "github":
        yield from (step["run"] for step in document["jobs"]["review"]["steps"] if "run" in step)
    elif name == "gitlab":
        for job in document.values():
            yield from (*job.get("before_script", ()), *job.get("script", ()))
    elif name == "gitee":
        yield from document["stages"][0]["steps"][0]["commands"]
    else:
        yield from (hook["entry"] for hook in document["repos"][0]["hooks"])


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_needs_no_secret(name: str) -> None:
    """It names none, and no text of a pull request is put into a script."""
    assert "secret" not in TEXTS[name].replace("Needs no secret.", "").lower()
    assert "token" not in TEXTS[name].lower()
    assert not any("{{" in line for line in scripts(name))
    assert name == "pre-commit" or any(f'"plangen=={__version__}"' in line for line in scripts(name))


def test_github_may_only_read() -> None:
    """And runs actions of a known major version on the event that has no rights."""
    document = yaml.safe_load(TEXTS["github"])
    assert document["permissions"] == {"contents": "read"}
    assert document[True] == "pull_request"  # YAML 1.1 reads `on` as true; GitHub does not
    used = [step["uses"] for step in document["jobs"]["review"]["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", each) for each in used)
    assert document["jobs"]["review"]["steps"][0]["with"] == {"fetch-depth": 0, "persist-credentials": False}


@pytest.mark.parametrize("name", RECIPES)
def test_the_documentation_shows_the_recipe(name: str, repository: Path) -> None:
    """As it is written, under its name."""
    page = (repository / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
    assert f"`{RECIPES[name]}`" in page
    assert f"```yaml\n{TEXTS[name]}```\n" in page


@pytest.mark.parametrize("names", [["gitee", "github"], ["all"]])
def test_new_handbook_writes_recipes(tmp_path: Path, names: list[str]) -> None:
    """Those that are asked for."""
    options = [part for name in names for part in ("--ci", name)]
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "new", "handbook", "h", *options])
    assert (result.exit_code, result.stderr) == (0, "")
    found = {path for path in RECIPES.values() if (tmp_path / "h" / path).is_file()}
    assert found == {RECIPES[name] for name in (RECIPES if names == ["all"] else names)}


def test_new_handbook_says_how(tmp_path: Path) -> None:
    """Where no recipe is asked for, none is written, and one line tells of them."""
    result = CliRunner().invoke(main, ["-C", str(tmp_path), "new", "handbook", "h"])
    assert not any((tmp_path / "h" / path).exists() for path in RECIPES.values())
    assert result.stderr == (
        "每次改动都自动检查：--ci github|gitlab|gitee|pre-commit，见 docs/continuous-integration.md\n"
    )
