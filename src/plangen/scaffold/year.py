"""A new plan year and a new plan."""

from functools import partial
from pathlib import Path

import yaml

from plangen.catalogue import load_checks
from plangen.findings import Finding, message
from plangen.model import RESERVED_PLANS, PlanHead
from plangen.model.reading import SHARED
from plangen.scaffold.handbook import first_text
from plangen.scaffold.placing import Files, ScaffoldRefused, place_folder
from plangen.scaffold.trial import must_pass
from plangen.values import Refused, Span, check_id, told
from plangen.workspace import Workspace

KEPT = ("name", "title", "period", "unit", "covers")
"""What a plan takes along into a new year; owners, summary, sources and chapters belong to the old one."""
TEXTS = ("name", "title")
"""What may name the year: `2025 年销售计划` becomes next year's."""


def new_year(workspace: Workspace, year: int) -> list[Path]:
    """Write an empty year: a home page and, from the nearest year before (else after), the plans' heads."""
    folder = content_of(workspace) / str(year)
    written = {"index.md": first_text("year.md", year, language_of(workspace))}
    model = max((each for each in workspace.years if each < year), default=min(workspace.years, default=None))
    if model is not None:
        for path, plan in workspace.scope(model).plan_year.plans.items():
            written[f"{path}/plan.yml"] = _head(plan.head, model, year)
        for name in sorted(SHARED):
            own = content_of(workspace) / str(model) / name
            if own.is_file():
                written[name] = own.read_text(encoding="utf-8")
    return _place(workspace, folder, written)


def _head(head: PlanHead, then: int, now: int) -> str:
    """A plan's head as YAML, with what holds in another year too; texts that name the year name the new one."""
    values = {name: getattr(head, name) for name in KEPT if name in head.model_fields_set}
    plain = {name: value if isinstance(value, dict) else str(value) for name, value in values.items()}
    plain |= {name: str(plain[name]).replace(str(then), str(now)) for name in TEXTS if name in plain}
    text: str = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000)
    return text


def new_plan(workspace: Workspace, path: str, year: int) -> list[Path]:
    """Write a plan's folder with its head and the text of its overview. A plan below another needs that one first."""
    folder = content_of(workspace) / str(year) / path
    *above, name = path.split("/")
    for part in (*above, name):
        check_name(part)
        if part in RESERVED_PLANS:
            raise ScaffoldRefused(
                *told("{part} 是保留的名字，不能当计划", "{part} is a reserved name and cannot be a plan", part=part)
            )
    if above and "/".join(above) not in workspace.scope(year).plan_year.plans:
        parent = "/".join(above)
        raise ScaffoldRefused(
            *told(
                "{year} 年没有计划 {parent}，先建它",
                "{year} has no plan {parent}; make that one first",
                year=year,
                parent=parent,
            )
        )
    language = language_of(workspace)
    head, overview = first_text("head.yml", year, language, name), first_text("plan.md", year, language)
    texts = {"plan.yml": head, "index.md": overview}
    return _place(workspace, folder, texts)


def check_name(name: str) -> None:
    """Refuse a name that is no id. Raises ScaffoldRefused with the sentence of its code."""
    try:
        check_id(name)
    except Refused as error:
        load_checks()  # one of them has the words
        finding = Finding(error.code, Span.whole(name), error.args_)
        raise ScaffoldRefused(*told("{said}", "{said}", said=partial(message, finding))) from None


def _place(workspace: Workspace, folder: Path, files: Files) -> list[Path]:
    """Write a folder of the content, once it is known to bring no error. A folder that is there is refused first."""
    if not folder.exists():
        start = folder.relative_to(workspace.root).as_posix()
        must_pass(workspace, {f"{start}/{name}": text for name, text in files.items()})
    return place_folder(folder, files)


def language_of(workspace: Workspace) -> str:
    """The language that texts are written in: the handbook's."""
    return workspace.language


def content_of(workspace: Workspace) -> Path:
    """The content folder. Raises ScaffoldRefused where there is no handbook to add to."""
    if workspace.handbook is None:
        zh, en = "这里没有读得出的手册，先看 plangen check", "there is no readable handbook here; see plangen check"
        raise ScaffoldRefused(zh, en, 1)
    return workspace.root / workspace.folder
