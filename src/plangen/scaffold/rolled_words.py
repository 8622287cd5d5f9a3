"""What `plangen rollover` tells: what was changed in the copy, what is left to do, and who has to look at what."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plangen.findings import message
from plangen.scaffold.rollover import Rolled
from plangen.values import Pair, say
from plangen.values import told as filled

SHOWN = 6
"""How many places of a kind are named; the others are counted."""


def told(rolled: Rolled, language: str, roles: Mapping[str, str], *, written: bool) -> Iterator[str]:
    """The lines of the summary. `roles` are the names of roles by id; what has nothing to tell is left out."""
    files, done = "{then} → {now}：{n} 个文件，{done}", ("已写入", "written")
    if not written:
        done = ("没有写入（--dry-run）", "nothing was written (--dry-run)")
    head = (files, "{then} → {now}: {n} file(s), {done}")
    yield say(head, language, then=rolled.then, now=rolled.now, n=len(rolled.files), done=done)
    for words, places, count in _rows(rolled, language):
        if count:
            yield "  " + _line(words, places, count, language)
    yield "  " + _owed(rolled, roles, language)


def _rows(rolled: Rolled, language: str) -> Iterator[tuple[tuple[str, str], Sequence[str], int]]:
    """What was done: in Chinese and English, where, and how often."""
    turned = [f"{each.address} {each.formula}" for each in rolled.turned]
    weekends = [f"{place} {day.isoformat()}" for place, day in rolled.weekends]
    reopened = [f"{finding.code} {message(finding, language)}" for finding in rolled.reopened]
    yield ("改从上年实际数起算的目标", "targets that start from last year's actuals"), turned, len(turned)
    kept = (
        "有实际数，但别处填写的数与它对不上，照旧",
        "have actuals that other typed values contradict: kept as typed",
    )
    yield kept, rolled.untouched, len(rolled.untouched)
    yield (
        ("增长率归零（目标等于上年目标）", "growths set to 0% (the target is last year's)"),
        rolled.grown,
        len(rolled.grown),
    )
    yield ("顺延一年的日期", "days moved on by a year"), (), rolled.days
    yield ("顺延后落在周末", "of these on a weekend now"), weekends, len(weekends)
    yield ("去掉的旧编号（was）", "renames taken out (was)"), (), rolled.renames
    yield ("去掉的年内调整（original）", "revisions taken out (original)"), (), rolled.revisions
    yield ("没有带过来的实际数文件", "files of actuals left behind"), (), rolled.actuals
    yield ("没有带过来的豁免", "waivers left behind"), (), rolled.waivers
    yield ("原来豁免、新的一年要处理的错误", "errors that were waived and are open again"), reopened, len(reopened)
    yield (
        filled("还写着 {then} 的行", "lines that still name {then}", then=rolled.then),
        rolled.mentions,
        len(rolled.mentions),
    )


def _line(words: Pair, places: Sequence[str], count: int, language: str) -> str:
    shown = ", ".join(places[:SHOWN]) + (" …" if len(places) > SHOWN else "")
    brackets = say(("（{shown}）", " ({shown})"), language, shown=shown) if shown else ""
    return say(("{what}：{count}", "{what}: {count}"), language, what=words, count=count) + brackets


def _owed(rolled: Rolled, roles: Mapping[str, str], language: str) -> str:
    """How much is to be reviewed, and by whom."""
    owners = Counter[str]()
    for debt in rolled.debts:
        owners[debt.owner] += debt.count
    nobody = say(("没有负责人", "nobody"), language)
    who = say(("、", ", "), language)
    names = who.join(f"{roles.get(owner, owner) or nobody} {count}" for owner, count in owners.most_common())
    values, texts = sum(debt.values for debt in rolled.debts), sum(debt.texts for debt in rolled.debts)
    owed = ("待复核：{values} 个数、{texts} 段文字", "to be reviewed: {values} values and {texts} texts")
    brackets = say(("（{names}）", " ({names})"), language, names=names) if names else ""
    return say(owed, language, values=values, texts=texts) + brackets
