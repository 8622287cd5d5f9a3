"""Objectives of a generated plan: channels and regions, phasing, rates; growth on last year in later years."""

from decimal import Decimal
from random import Random

from benchmarks.emit import Data
from benchmarks.subject import Subject
from benchmarks.words import CHANNELS, PERSONS

Fields = dict[str, Data]
RATES = ("5", "7.5", "10", "12.5", "20", "30")
"""Expected sales per head and month, in 万元."""
PHASINGS = ((20, 25, 25, 30), (15, 25, 30, 30), (25, 25, 25, 25), (22, 26, 24, 28))
UNKNOWN_EVERY = 4
"""Every so many child plans one writes its regions by hand, the last of them not known yet."""


def objectives(subject: Subject) -> Fields:
    """The file `objectives.yml`."""
    counts = _counts(subject)
    if subject.children:
        rolled = {"name": "销售额", "rollup": "children", "owner": subject.leads, "note": "各区域相加，不另设总部指标"}
        return {"revenue": rolled, **counts}
    return {"revenue": _revenue(subject), "personal": _personal(subject), "margin": _margin(subject), **counts}


def _revenue(subject: Subject) -> Fields:
    dice = subject.dice("revenue")
    cells = {channel: _cell(dice, number) for number, channel in enumerate(CHANNELS)}
    total = sum((target for _, target in cells.values()), Decimal(0))
    shares = dice.choice(PHASINGS)
    common: Fields = {
        "phasing": {f"Q{number}": f"{share}%" for number, share in enumerate(shares, 1)},
        "note": "一季度有春节，四季度是旺季",
    }
    by_region = _regions(subject, dice, total)
    head: Fields = {"name": "销售额"}
    if subject.age:
        growth = f"{subject.dice('growth', yearly=True).randint(4, 18)}%"
        channels: Fields = {channel: {"growth": growth, "source": _source(dice)} for channel in cells}
        return {**head, "growth": growth, "owner": "manager", **common, "channel": channels, **by_region}
    stated = {"target": f"{total}万元"}
    typed: Fields = {channel: fields for channel, (fields, _) in cells.items()}
    fixed: Fields = {"target": f"{total}万元", "owner": "manager", "source": _source(dice), "stated": stated}
    return {**head, **fixed, **common, "channel": typed, **by_region}


def _cell(dice: Random, number: int) -> tuple[Fields, Decimal]:
    rate, heads = dice.choice(RATES), dice.randint(2, 6)
    target = Decimal(rate) * heads * 12
    target = target.quantize(Decimal(1)) if target == target.to_integral() else target
    fields: Fields = {"target": f"{target}万元", "rate": f"{rate}万元/人/月", "heads": f"{heads}人"}
    return {**fields, "count": f"≥{dice.randint(3, 40)}家", "source": f"S-{number}{dice.randint(10, 99)}"}, target


def _regions(subject: Subject, dice: Random, total: Decimal) -> Fields:
    """The split by region: computed by a ratio, or in the first year sometimes written, with a part still open."""
    parts = subject.parts
    if not subject.age and dice.randrange(UNKNOWN_EVERY) == 0:
        known = [f"{int(total) * share // 100}万元" for share in (30, 25, 20)]
        return {"region": {part: {"target": text} for part, text in zip(parts, [*known, "待定"], strict=True)}}
    ratio = ":".join(str(dice.randint(1, 5)) for _ in parts)
    return {"spread": [{"axis": "region", "rule": "ratio", "ratio": ratio, "members": parts}]}


def _personal(subject: Subject) -> Fields:
    dice = subject.dice("personal")
    rate, heads = dice.randint(20, 40) + subject.age, dice.randint(3, 6)
    members = list(PERSONS)[:heads]
    return {
        "name": "个人指标",
        "target": f"{rate * heads * 12}万元",
        "rate": f"{rate}万元/人/月",
        "heads": f"{heads}人",
        "owner": "manager",
        "spread": [{"axis": "person", "rule": "even", "members": members}],
    }


def _margin(subject: Subject) -> Fields:
    dice = subject.dice("margin", yearly=True)
    parts = {channel: dice.randint(20, 400) for channel in CHANNELS}
    cells: Fields = {channel: {"target": f"{part}万元"} for channel, part in parts.items()}
    return {"name": "毛利", "period": "M04..M12", "owner": "manager", "source": _source(dice), "channel": cells}


def _counts(subject: Subject) -> Fields:
    """Targets that are no money."""
    dice = subject.dice("counts", yearly=True)
    owner, least = subject.leads, dice.randint(12, 90)
    return {
        "new-customers": {"name": "新开发客户", "target": f"≥{least}家", "owner": owner, "source": _source(dice)},
        "leads": {"name": "准客户名录", "target": f"{dice.randint(10, 40) * 10}家", "period": "M01", "owner": owner},
        "trainings": {"name": "培训场次", "target": f"{dice.randint(8, 12)}–{dice.randint(13, 20)}次", "owner": owner},
        "retention": {"name": "老客户留存", "target": f"{dice.randint(80, 95)}%", "period": "H2", "owner": owner},
    }


def _source(dice: Random) -> str:
    return f"S-{dice.randint(100, 999)}"
