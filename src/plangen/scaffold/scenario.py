"""A new scenario of a plan: its file, with a difference of this plan to begin with."""

from collections.abc import Iterator
from pathlib import Path

from plangen.catalogue import kinds
from plangen.lookup import find_scenario
from plangen.model import BASE, SCENARIOS, Plan
from plangen.scaffold.placing import ScaffoldRefused, place_file, place_folder
from plangen.scaffold.section import unknown
from plangen.scaffold.trial import must_pass
from plangen.scaffold.year import check_name, content_of, language_of
from plangen.source import YamlScalar
from plangen.values import say, told
from plangen.workspace import Workspace

_WORDS = {
    "zh": """\
# 只写与计划不同的地方，没写的就和计划一样；去掉一个键写 null。
# 文件名是情景的名字：同一年里各计划的同名文件是同一个情景。
name: {title}
# 例如（去掉行首的 #，再改数）：
# {example}
""",
    "en": """\
# Only what differs from the plan; what is not written is as in the plan. null takes a key out.
# The file's name is the scenario's: files of one name in the plans of a year are one scenario.
name: {title}
# For example (take away the # and change the number):
# {example}
""",
}
FALLBACK = "objectives: {revenue: {growth: 150%}}"
"""The example for a plan without any number."""


def new_scenario(workspace: Workspace, name: str, plan: str, year: int) -> list[Path]:
    """Write the file of a scenario, with one value of the plan as a comment.

    Raises ScaffoldRefused for a name that cannot be used, an unknown plan, and where the scenario exists.
    """
    content = content_of(workspace)
    check_name(name)
    if name == BASE:
        raise ScaffoldRefused(
            "base 就是计划自己的文件，不能当情景", "base is what the plan's own files are, not a scenario"
        )
    plans = workspace.scope(year).plan_year.plans
    if plan not in plans:
        raise ScaffoldRefused(
            *unknown(plan, list(plans), ("{year} 年没有计划 {name}", "{year} has no plan {name}"), year=year)
        )
    folder = content / str(year) / plan / SCENARIOS
    path = folder / f"{name}.yml"
    if path.exists():
        raise ScaffoldRefused(*told("{path} 已经存在，没有改动", "{path} exists; nothing was changed", path=path))
    known, _ = find_scenario(name, workspace, year)
    example = next(_typed(plans[plan]), FALLBACK)
    title, pair = known.title if known else name, (_WORDS["zh"], _WORDS["en"])
    text = say(pair, language_of(workspace), title=title, example=example)
    must_pass(workspace, {path.relative_to(workspace.root).as_posix(): text})
    return place_file(path, text) if folder.is_dir() else place_folder(folder, {path.name: text})


def _typed(plan: Plan) -> Iterator[str]:
    """Each typed number of a plan, as a difference would have it."""
    for kind in (each for each in kinds() if each in plan.sections):
        section = plan.sections[kind]
        for entry in section.walk():
            for field, quantity in entry.quantities():
                node = section.place.nodes.get((*entry.path, field))
                if isinstance(node, YamlScalar) and not node.style and not quantity.unset:
                    *above, last = (str(step) for step in (kind, *entry.path, field))
                    yield _nested(above, f"{last}: {node.text}")


def _nested(above: list[str], inner: str) -> str:
    """`a: {b: {inner}}` for the keys a and b."""
    for step in reversed(above):
        inner = f"{step}: {{{inner}}}"
    return inner
