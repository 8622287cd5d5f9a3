"""The other chapters of a generated plan: SWOT, organisation, duties and budget."""

from random import Random

from benchmarks.emit import Data
from benchmarks.subject import Subject
from benchmarks.words import FREQUENCIES, ITEMS, PLACES, TAGS, THINGS, VERBS

Fields = dict[str, Data]
QUADRANTS = {
    "strengths": ("strength", "已经做熟"),
    "weaknesses": ("weakness", "还没有人管"),
    "opportunities": ("opportunity", "正在变大"),
    "threats": ("threat", "被对手盯上"),
}
"""What an item of a quadrant is called, and what is said of it."""
PAIRS = ("strengths-opportunities", "weaknesses-opportunities", "strengths-threats", "weaknesses-threats")
ROLES = {"manager": "区域经理", "rep": "业务员", "store-lead": "门店店长", "dealer-lead": "渠道专员", "clerk": "内勤"}
CENTRAL = {"director": "营销总监", "product-lead": "产品经理", "order-clerk": "业务跟单", "finance": "财务专员"}
DUTIES = 4
"""Duties of a role."""
LINES = 5
"""Lines of a budget group."""


def role_names(subject: Subject) -> dict[str, str]:
    """The roles of a plan, the leading one first. From the second year on one is renamed and one is new."""
    if subject.children:
        return CENTRAL
    if not subject.age:
        return ROLES
    renamed = {"partner-lead" if role == "dealer-lead" else role: name for role, name in ROLES.items()}
    return {**renamed, "service": "客户服务专员"}


def org(subject: Subject) -> Fields:
    """The file `org.yml`."""
    unit, name = ("hq", f"{subject.product}事业部") if subject.children else ("office", f"{subject.name}办事处")
    roles: Fields = {role: _role(subject, role, unit, name) for role, name in role_names(subject).items()}
    return {"units": {unit: {"name": name}}, "roles": roles}


def _role(subject: Subject, role: str, unit: str, name: str) -> Fields:
    dice = subject.dice(f"role {role}")
    heads = 1 if role == subject.leads else dice.randint(1, 5)
    fields: Fields = {"name": name, "unit": unit}
    fields |= {"initial": f"{0 if role == 'service' else min(heads, dice.randint(1, 4))}人", "headcount": f"{heads}人"}
    if role != subject.leads:
        fields["reports_to"] = subject.leads
    else:
        fields["max_span"] = "30人"
        if subject.region:
            fields["reports_to"] = f"{subject.line}:org/director"
    if role == "partner-lead" and subject.age == 1:
        fields["was"] = "dealer-lead"
    if role == "service":
        fields["holder"] = "待定"
    fields["fact"] = f"负责{dice.choice(PLACES)}"
    return {**fields, "source": f"S-{dice.randint(100, 999)}"}


def swot(subject: Subject, tasks: list[str]) -> Fields:
    """The file `swot.yml`; most judgements are answered by a task."""
    data: Fields = {quadrant: _judgements(subject, quadrant, tasks) for quadrant in QUADRANTS}
    dice = subject.dice("actions", yearly=True)
    data["actions"] = {
        f"action-{number}": {
            "pair": pair,
            "text": f"{dice.choice(PLACES)}先{dice.choice(VERBS)}{dice.choice(THINGS)}，再推到其余片区",
            "answer": f"phases/{dice.choice(tasks)}",
            "owner": subject.leads,
            "due": f"{subject.year}-{dice.randint(3, 11):02d}-28",
        }
        for number, pair in enumerate(PAIRS, 1)
    }
    return data


def _judgements(subject: Subject, quadrant: str, tasks: list[str]) -> Fields:
    dice, (single, verdict) = subject.dice(quadrant), QUADRANTS[quadrant]
    items: Fields = {}
    for number, thing in enumerate(dice.sample(THINGS, 4), 1):
        fields: Fields = {
            "text": f"{dice.choice(PLACES)}的{thing}{verdict}",
            "evidence": f"上一年{dice.choice(VERBS)}了 {dice.randint(3, 60)} 份，{dice.choice(PLACES)}占了一半",
        }
        if dice.random() < 0.9:
            fields["answer"] = f"phases/{dice.choice(tasks)}"
        items[f"{single}-{number}"] = {**fields, "source": f"S-{dice.randint(100, 999)}"}
    return items


def duties(subject: Subject) -> Fields:
    """The file `duties.yml`: no two duties have the same text."""
    dice = subject.dice("duties")
    texts = dice.sample([f"{verb}{thing}" for verb in VERBS for thing in THINGS], DUTIES * len(role_names(subject)))
    return {role: _duties_of(subject, role, texts) for role in role_names(subject)}


def _duties_of(subject: Subject, role: str, texts: list[str]) -> Fields:
    dice, found = subject.dice(f"duties of {role}"), Fields()
    for number in range(1, DUTIES + 1):
        text = texts.pop()
        found[f"{role}-{number}"] = {
            "text": f"{text}，{dice.choice(PLACES)}优先",
            "tags": dice.sample(TAGS, dice.randint(1, 2)),
            "frequency": dice.choice(FREQUENCIES),
            "to": subject.leads if role != subject.leads else next(iter(reversed(role_names(subject)))),
            "deliverable": text[-4:],
            "source": f"S-{dice.randint(100, 999)}",
        }
    return found


def budget(subject: Subject) -> Fields:
    """The file `budget.yml`: one group that states its total, one by the month, one measured against sales."""
    dice = subject.dice("budget", yearly=True)
    items = dice.sample(ITEMS, 3 * LINES)
    return {
        "setup": _setup(subject, dice, items[:LINES]),
        "running": _running(subject, dice, items[LINES : 2 * LINES]),
        "market": _market(subject, dice, items[2 * LINES :]),
    }


def _setup(subject: Subject, dice: Random, names: list[str]) -> Fields:
    lines, total = Fields(), 0
    for number, name in enumerate(names, 1):
        price, pieces = dice.randint(2, 40) * 50, dice.randint(1, 9)
        total += price * pieces
        lines[f"setup-{number}"] = {"name": name, "price": f"{price}元/件", "quantity": f"{pieces}件"}
    return {"name": "筹备费用", "stated": {"amount": f"{total}元"}, "owner": subject.leads, "lines": lines}


def _running(subject: Subject, dice: Random, names: list[str]) -> Fields:
    lines = Fields()
    for number, name in enumerate(names, 1):
        fields: Fields = {"name": name}
        if number % 2:
            fields |= {"price": f"{dice.randint(2, 60) * 100}元/月", "periods": "12月"}
        else:
            fields |= {"price": f"{dice.randint(2, 9) * 100}元/人/月", "quantity": f"{dice.randint(2, 6)}人"}
            fields["periods"] = f"{dice.randint(6, 12)}月"
        lines[f"running-{number}"] = {**fields, "source": f"S-{dice.randint(100, 999)}"}
    return {"name": "日常费用", "owner": subject.leads, "note": "按月列支", "lines": lines}


def _market(subject: Subject, dice: Random, names: list[str]) -> Fields:
    texts = [f"{dice.randint(5, 60) * 1000}元" for _ in names]
    if not subject.children:
        texts[0], texts[-1] = f"约{dice.randint(5, 60) * 1000}元", "待定"
    lines: Fields = {
        f"market-{number}": {"name": name, "amount": text}
        for number, (name, text) in enumerate(zip(names, texts, strict=True), 1)
    }
    limit: Fields = {"name": names[1], "limit": "≤100000元", "approver": subject.leads, "line": "market-2"}
    head: Fields = {"name": "市场费用", "owner": subject.leads, "share_of": "objectives/revenue.target"}
    return {**head, "max_share": "30%", "lines": lines, "caps": {"market-cap": limit}}
