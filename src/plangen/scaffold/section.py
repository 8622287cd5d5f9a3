"""A new section: the kind's example, moved to the plan's year, without what the handbook does not know."""

from difflib import get_close_matches
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from plangen.catalogue import kinds
from plangen.findings import Finding, Level, level_of, message
from plangen.scaffold.handbook import in_year
from plangen.scaffold.placing import ScaffoldRefused, place_file
from plangen.scaffold.pruning import prune
from plangen.scaffold.year import content_of
from plangen.workspace import Workspace, open_handbook

ROUNDS = 20
"""Taking something out may leave something else without its other half; then that goes too."""


def new_section(workspace: Workspace, name: str, plan: str, year: int) -> list[Path]:
    """Write one section of a plan.

    Axes, members and roles of the example that the handbook does not have are left out. Raises ScaffoldRefused
    for an unknown kind or plan, where the section exists, and where nothing of the example would be left.
    """
    content = content_of(workspace)
    kind = kinds().get(name)
    if kind is None:
        raise ScaffoldRefused(*_unknown(name, list(kinds()), ("没有名为 {} 的章节", "there is no section kind {}")))
    plans = list(workspace.scope(year).plan_year.plans)
    if plan not in plans:
        raise ScaffoldRefused(*_unknown(plan, plans, (f"{year} 年没有计划 {{}}", f"{year} has no plan {{}}")))
    path = content / str(year) / plan / f"{name}.yml"
    if path.exists():
        raise ScaffoldRefused(f"{path} 已经存在，没有改动", f"{path} exists; nothing was changed")
    return place_file(path, _fitted(workspace, path.relative_to(workspace.root), in_year(kind.example(), year)))


def _unknown(text: str, known: list[str], sentences: tuple[str, str]) -> tuple[str, str]:
    near = get_close_matches(text, known, 1, 0.5)
    shown = near or known
    asked = ("，是不是 {}？", "; did you mean {}?") if near else ("；有的是：{}", "; there are: {}")
    zh, en = (
        s.format(text) + (a.format(", ".join(shown)) if shown else "") for s, a in zip(sentences, asked, strict=True)
    )
    return zh, en


def _fitted(workspace: Workspace, file: Path, text: str) -> str:
    """The example as the handbook takes it: looked at in a copy of the content, pruned until it has no error."""
    with TemporaryDirectory() as place:
        copy = Path(place)
        copytree(
            workspace.root / workspace.folder, copy / workspace.folder, ignore=ignore_patterns(".*"), symlinks=True
        )
        errors: list[Finding] = []
        for _ in range(ROUNDS):
            (copy / file).write_text(text, encoding="utf-8", newline="\n")
            errors = _errors(copy, workspace.folder, file.as_posix())
            if not errors:
                return text
            text = prune(text, [finding.span.line for finding in errors])
            if not text:
                break
    zh, en = (message(errors[0], language) for language in ("zh", "en"))
    raise ScaffoldRefused(f"示例放不进这份计划：{zh}", f"the example does not fit this plan: {en}", 1)


def _errors(root: Path, folder: str, file: str) -> list[Finding]:
    found = open_handbook(root, folder).findings
    return [finding for finding in found if finding.span.file == file and level_of(finding) is Level.ERROR]
