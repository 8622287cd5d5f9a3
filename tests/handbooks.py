"""Small handbooks for tests: one plan `demo` (or several) in a temporary folder."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from plangen.workspace import Workspace, open_handbook

HANDBOOK = "format: 1\ntitle: 试验手册\nlanguage: zh-Hans\ncurrent: 2026\nas_of: 2026-01-05\n"
DIMENSIONS = """\
channel: {name: 渠道, members: {own-store: {name: 直营店}, dealer: {name: 经销商}}}
region: {name: 区域, members: {zhejiang: {name: 浙江}, jiangsu: {name: 江苏}}}
person: {name: 人员, members: {rep-a: {name: 业务员甲}, rep-b: {name: 业务员乙}}}
"""
PLAN = "name: 试验计划\nperiod: FY\n"


def write_handbook(root: Path, files: Mapping[str, str | bytes], *, plain: bool = False) -> Path:
    """Write a handbook folder. Names without `/` are files of the plan `demo` of 2026; others are paths below content.

    `plain` writes only what is given.
    """
    content = root / "content"
    written: dict[str, str | bytes] = {}
    if not plain:
        written = {"handbook.yml": HANDBOOK, "shared/dimensions.yml": DIMENSIONS, "2026/demo/plan.yml": PLAN}
    for name, text in files.items():
        path = name if "/" in name or name == "handbook.yml" else f"2026/demo/{name}"
        written[path] = text
    for path, text in written.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    (root / "mkdocs.yml").write_text(
        "site_name: 试验\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, plangen]\n"
    )
    return root


def open_files(root: Path, files: Mapping[str, str | bytes]) -> Workspace:
    """The workspace of a small handbook."""
    return open_handbook(write_handbook(root, files))


def codes(workspace: Workspace) -> list[str]:
    """The codes of all findings, in order."""
    return [finding.code for finding in workspace.findings]
