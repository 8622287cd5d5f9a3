"""Random plans as plain data, and random edits of them, each with the names of the changes that it has to show as."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from json import dumps
from pathlib import Path
from random import Random
from typing import Any

from plangen.source import SourceFile
from plangen.workspace import Workspace

HANDBOOK = "format: 1\ntitle: 试验手册\nlanguage: zh-Hans\ncurrent: 2026\nas_of: 2026-01-05\n"
Data = dict[str, Any]


@dataclass
class Script:
    """One random change of a plan: the data as they become, and the ids of the edits that it makes."""

    random: Random
    data: Data
    expected: list[str] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)

    def pick(self, section: Data) -> str:
        """An id of a mapping that this script has not touched yet; empty where there is none."""
        free = sorted(set(section) - self.touched)
        found = self.random.choice(free) if free else ""
        self.touched.add(found)
        return found

    def new(self, letter: str) -> str:
        """An id that was never there before."""
        self.data["next"] += 1
        name = f"{letter}{self.data['next']}"
        self.touched.add(name)
        return name

    def amount(self) -> str:
        """An amount that no other field has."""
        self.data["next"] += 1
        return f"{100 + self.data['next']}万元"


def random_plan(random: Random) -> Data:
    """A small plan of all kinds, whose parts depend on each other."""
    script = Script(random, {"next": 0, "persons": {}, "objectives": {}, "roles": {}, "duties": {}, "groups": {}})
    data = script.data
    data["persons"] = {script.new("p"): {"name": f"人员{place}"} for place in range(2)}
    data["objectives"] = {script.new("o"): _objective(script) for _ in range(3)}
    data["roles"] = {script.new("r"): {"name": f"岗位{place}", "headcount": "2人"} for place in range(3)}
    data["duties"] = {role: {script.new("d"): {"text": "做事", "frequency": "每周"}} for role in data["roles"]}
    lines = {script.new("l"): {"name": "房租", "price": "100元/月", "periods": "2月"} for _ in range(2)}
    data["groups"] = {script.new("g"): {"name": "办公", "lines": lines}}
    return data


def _objective(script: Script) -> Data:
    cells = {"own-store": {"target": script.amount()}, "dealer": {"target": script.amount()}}
    persons = [{"axis": "person", "members": sorted(script.data["persons"])}]
    more: Data = script.random.choice([{}, {"spread": persons}, {"phasing": {"M01": "40%", "M02": "60%"}}])
    return {"name": f"目标{script.data['next']}", "channel": cells, **deepcopy(more)}


def target(script: Script) -> None:
    """A total is typed where it was the sum of its parts, or typed anew."""
    name = script.pick(script.data["objectives"])
    if name:
        script.data["objectives"][name]["target"] = script.amount()
        script.expected.append(f"changed demo:objectives/{name}.target")


def unset(script: Script) -> None:
    """A part is not known any more."""
    name = script.pick(script.data["objectives"])
    if name and "own-store" in script.data["objectives"][name]["channel"]:
        if script.data["objectives"][name]["channel"]["own-store"]["target"] == "待定":
            return
        script.data["objectives"][name]["channel"]["own-store"]["target"] = "待定"
        script.expected.append(f"changed demo:objectives/{name}/channel/own-store.target")


def cell(script: Script) -> None:
    """One part of a target."""
    name = script.pick(script.data["objectives"])
    if name:
        member = script.random.choice(sorted(script.data["objectives"][name]["channel"]))
        script.data["objectives"][name]["channel"][member]["target"] = script.amount()
        script.expected.append(f"changed demo:objectives/{name}/channel/{member}.target")


def part_gone(script: Script) -> None:
    """One part is taken out."""
    name = script.pick(script.data["objectives"])
    if name and len(script.data["objectives"][name]["channel"]) == 2:
        del script.data["objectives"][name]["channel"]["dealer"]
        script.expected.append(f"removed demo:objectives/{name}/channel/dealer")


def phasing(script: Script) -> None:
    """The rhythm of a target that has one."""
    name = script.pick(script.data["objectives"])
    if name and "phasing" in script.data["objectives"][name]:
        first = script.random.choice(["10%", "20%", "30%", "35%", "45%"])
        if script.data["objectives"][name]["phasing"]["M01"] != first:
            script.data["objectives"][name]["phasing"] = {"M01": first, "M02": f"{100 - int(first[:-1])}%"}
            script.expected += [f"changed demo:objectives/{name}.phasing.{month}" for month in ("M01", "M02")]


def added(script: Script) -> None:
    """A new objective."""
    name = script.new("o")
    script.data["objectives"][name] = _objective(script)
    script.expected.append(f"added demo:objectives/{name}")


def removed(script: Script) -> None:
    """An objective less."""
    name = script.pick(script.data["objectives"])
    if name and len(script.data["objectives"]) > 2:
        del script.data["objectives"][name]
        script.expected.append(f"removed demo:objectives/{name}")


def renamed(script: Script) -> None:
    """Another id, declared."""
    section = script.random.choice(["objectives", "roles", "groups"])
    old = script.pick(script.data[section])
    if old:
        new = script.new(old[0])
        script.data[section] = {new if k == old else k: v for k, v in script.data[section].items()}
        script.data[section][new] = {**script.data[section][new], "was": old}
        for role in script.data["roles"].values():
            if role.get("reports_to") == old:
                role["reports_to"] = new
        script.data["duties"] = {new if k == old else k: v for k, v in script.data["duties"].items()}
        script.expected.append(f"renamed demo:{ {'roles': 'org', 'groups': 'budget'}.get(section, section) }/{new}.id")


def member(script: Script) -> None:
    """A person with another id, declared."""
    old = script.pick(script.data["persons"])
    if old:
        new = script.new("p")
        persons = script.data["persons"]
        script.data["persons"] = {new if k == old else k: v for k, v in persons.items()}
        script.data["persons"][new] = {**script.data["persons"][new], "was": old}
        for objective in script.data["objectives"].values():
            for spread in objective.get("spread", ()):
                spread["members"] = [new if name == old else name for name in spread["members"]]
        script.expected.append(f"renamed dimensions/{new}.id")


def split(script: Script) -> None:
    """One objective becomes two."""
    old = script.pick(script.data["objectives"])
    if old:
        del script.data["objectives"][old]
        news = [script.new("o"), script.new("o")]
        script.data["objectives"] |= {new: {**_objective(script), "was": old} for new in news}
        script.expected.append(f"split demo:objectives/{min(news)}.id")


def merged(script: Script) -> None:
    """Two objectives become one."""
    olds = [script.pick(script.data["objectives"]), script.pick(script.data["objectives"])]
    if all(olds):
        for old in olds:
            del script.data["objectives"][old]
        new = script.new("o")
        script.data["objectives"][new] = {**_objective(script), "was": olds}
        script.expected.append(f"merged demo:objectives/{new}.id")


def superior(script: Script) -> None:
    """A role reports to another one."""
    name = script.pick(script.data["roles"])
    others = sorted(set(script.data["roles"]) - script.touched)
    if name and others and script.data["roles"][name].get("reports_to") != others[0]:
        script.data["roles"][name]["reports_to"] = others[0]
        script.expected.append(f"changed demo:org/{name}.reports_to")
        script.touched.add(others[0])


def duty(script: Script) -> None:
    """A duty goes to another role."""
    homes = [role for role, duties in script.data["duties"].items() if duties and role not in script.touched]
    others = [role for role in script.data["roles"] if role not in script.touched]
    if homes and len(others) > 1:
        home = script.random.choice(homes)
        other = script.random.choice([role for role in others if role != home])
        name = script.pick(script.data["duties"][home])
        if name:
            script.data["duties"].setdefault(other, {})[name] = script.data["duties"][home].pop(name)
            script.expected.append(f"moved demo:duties/{name}.home")
            script.touched |= {home, other}


def words(script: Script) -> None:
    """Another sentence."""
    role = script.random.choice(sorted(script.data["duties"]))
    name = script.pick(script.data["duties"][role])
    if name:
        script.data["next"] += 1
        script.data["duties"][role][name]["text"] = f"做第{script.data['next']}件事"
        script.expected.append(f"changed demo:duties/{name}.text")


def price(script: Script) -> None:
    """What a line of the budget costs."""
    group = script.random.choice(sorted(script.data["groups"]))
    name = script.pick(script.data["groups"][group]["lines"])
    if name:
        script.data["next"] += 1
        script.data["groups"][group]["lines"][name]["price"] = f"{script.data['next']}元/月"
        script.expected.append(f"changed demo:budget/{name}.price")


def shuffled(script: Script) -> None:
    """Other order, the same plan."""
    for section in ("objectives", "roles", "duties", "groups"):
        pairs = list(script.data[section].items())
        script.random.shuffle(pairs)
        script.data[section] = dict(pairs)


EDITS: tuple[Callable[[Script], None], ...] = (
    target, unset, cell, part_gone, phasing, added, removed, renamed, member, split, merged, superior, duty, words,
    price, shuffled,
)  # fmt: skip


def edited(data: Data, random: Random, count: int) -> Script:
    """A plan after some random edits."""
    script = Script(random, deepcopy(data))
    for edit in random.choices(EDITS, k=count):
        edit(script)
    return script


def workspace(data: Data) -> Workspace:
    """The plan as a handbook that never lay on a disk."""
    axes = {"channel": {"name": "渠道", "members": {"own-store": {"name": "直营店"}, "dealer": {"name": "经销商"}}}}
    axes["person"] = {"name": "人员", "members": data["persons"]}
    files = {
        "shared/dimensions.yml": axes,
        "2026/demo/plan.yml": {"name": "试验计划", "period": "M01..M02"},
        "2026/demo/objectives.yml": data["objectives"],
        "2026/demo/org.yml": {"roles": data["roles"]},
        "2026/demo/duties.yml": {role: duties for role, duties in data["duties"].items() if duties},
        "2026/demo/budget.yml": data["groups"],
    }
    texts = {name: dumps(tree, ensure_ascii=False) for name, tree in files.items()}
    read = [SourceFile(f"content/{name}", text.encode()) for name, text in texts.items()]
    found = Workspace(Path("/nowhere"))
    found.__dict__["_files"] = ([SourceFile("content/handbook.yml", HANDBOOK.encode()), *read], [])
    return found
