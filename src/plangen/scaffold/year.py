"""A new plan year and a new plan."""

from pathlib import Path

import yaml

from plangen.findings import Finding, message
from plangen.model import PlanHead
from plangen.scaffold.handbook import first_text
from plangen.scaffold.placing import ScaffoldRefused, place_folder
from plangen.values import Refused, Span, check_id
from plangen.workspace import Workspace

KEPT = ("name", "title", "summary", "period", "unit", "covers")
"""What a plan takes along into a new year; owners, sources and chapters belong to the old one."""


def new_year(workspace: Workspace, year: int) -> list[Path]:
    """Write an empty year: a home page and, from the nearest year before (else after), the plans' heads."""
    folder = content_of(workspace) / str(year)
    written = {"index.md": first_text("year.md", year)}
    model = max((each for each in workspace.years if each < year), default=min(workspace.years, default=None))
    if model is not None:
        for path, plan in workspace.scope(model).plan_year.plans.items():
            written[f"{path}/plan.yml"] = _head(plan.head)
        own = content_of(workspace) / str(model) / "shared" / "dimensions.yml"
        if own.is_file():
            written["shared/dimensions.yml"] = own.read_text(encoding="utf-8")
    return place_folder(folder, written)


def _head(head: PlanHead) -> str:
    """A plan's head as YAML, with what holds in another year too."""
    values = {name: getattr(head, name) for name in KEPT if name in head.model_fields_set}
    plain = {name: value if isinstance(value, str | dict) else str(value) for name, value in values.items()}
    text: str = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000)
    return text


def new_plan(workspace: Workspace, path: str, year: int) -> list[Path]:
    """Write a plan's folder with its head and the text of its overview. A plan below another needs that one first."""
    plans = workspace.scope(year).plan_year.plans
    *above, name = path.split("/")
    for part in (*above, name):
        _check(part, workspace)
    if above and "/".join(above) not in plans:
        parent = "/".join(above)
        raise ScaffoldRefused(
            f"{year} 年没有计划 {parent}，先建它", f"{year} has no plan {parent}; make that one first"
        )
    folder = content_of(workspace) / str(year) / path
    return place_folder(
        folder, {"plan.yml": first_text("head.yml", year, name=name), "index.md": first_text("plan.md", year)}
    )


def _check(name: str, workspace: Workspace) -> None:
    try:
        check_id(name)
    except Refused as error:
        finding = Finding(error.code, Span.whole(name), error.args_)
        raise ScaffoldRefused(message(finding, "zh"), message(finding, "en")) from None
    if name == "shared":
        raise ScaffoldRefused("shared 是共用文件夹的名字", "shared is the name of the folder that years share")


def content_of(workspace: Workspace) -> Path:
    """The content folder. Raises ScaffoldRefused where there is no handbook to add to."""
    if workspace.handbook is None:
        zh, en = "这里没有读得出的手册，先看 plangen check", "there is no readable handbook here; see plangen check"
        raise ScaffoldRefused(zh, en, 1)
    return workspace.root / workspace.folder
