"""Narratives of a generated plan: 500 to 1,400 Chinese characters a page, with references and blocks of the plan."""

from collections.abc import Iterator
from random import Random

from benchmarks.chapters import role_names
from benchmarks.schedule import task_ids
from benchmarks.subject import Subject
from benchmarks.words import HEADINGS, ITEMS, PAGES, PLACES, SENTENCES, THINGS, VERBS

SIZES = (500, 1330)
"""A page's text ends with the first block beyond a size drawn from here."""
LONGEST = 1400
CHAPTERS = ("objectives", "swot", "phases", "org", "duties", "budget")
FENCES = {
    "index": ("plan-chart", "objectives"),
    "market": ("plan-board", "swot"),
    "rules": ("plan-tree", "org"),
    "training": ("plan-chart", "phases"),
    "pricing": ("plan-table", "objectives"),
    "logistics": ("plan-table", "budget"),
}
"""What a page shows of the plan's data inside its text."""


def own_pages(pages: int) -> list[str]:
    """The names of the narrative pages that a plan of so many pages has beside its overview and its six chapters."""
    names = list(PAGES)
    count = max(pages - len(CHAPTERS) - 1, 0)
    return [names[i % len(names)] + (f"-{i // len(names) + 1}" if i >= len(names) else "") for i in range(count)]


def narrative(subject: Subject, page: str, own: list[str]) -> str:
    """The Markdown of one page; `own` are the plan's narrative pages, to link to."""
    dice = subject.dice(f"text {page}", yearly=True)
    kind = page.rstrip("-0123456789")
    parts = list(_blocks(subject, dice, dice.randint(*SIZES)))
    if kind in FENCES:
        name, section = FENCES[kind]
        parts.insert(2, f"```{name}\nfrom: {section}\n```")
    link = dice.choice([chapter for chapter in (*CHAPTERS, *own) if chapter != page])
    parts.append(f"另见[{_title(link)}]({link}.md)。")
    body = "\n\n".join(parts) + "\n"
    if page not in own:
        return body
    title = _title(page)
    return f"---\ntitle: {title}\ndescription: {subject.product}{subject.name}的{title}\n---\n\n# {title}\n\n{body}"


def home(subjects: list[Subject], year: int) -> str:
    """The Markdown of a year's home page."""
    tops = [subject for subject in subjects if not subject.region]
    lines = [f"- {subject.product}：全年 {{{{ {subject.path}:objectives/revenue.target }}}}" for subject in tops]
    return f"{year} 年度共 {len(subjects)} 份计划，按产品线分列：\n\n" + "\n".join(lines) + "\n"


def _title(page: str) -> str:
    return PAGES.get(page.rstrip("-0123456789"), "本章") + page.partition("-")[2]


def _blocks(subject: Subject, dice: Random, size: int) -> Iterator[str]:
    headings = dice.sample(HEADINGS, 4)
    written = 0
    while written < size:
        if len(headings) > 4 * (1 - written / size):
            yield f"## {headings.pop()}"
        block = _block(subject, dice)
        if written + han(block) > LONGEST:
            break
        written += han(block)
        yield block


def han(text: str) -> int:
    """How many Chinese characters a text has."""
    return sum("\u4e00" <= char <= "\u9fff" for char in text)


def _block(subject: Subject, dice: Random) -> str:
    kind = dice.random()
    if kind < 0.6:
        return "".join(_sentence(subject, dice) for _ in range(dice.randint(2, 4))) + _reference(subject, dice)
    if kind < 0.82:
        return "\n".join(f"- **{dice.choice(THINGS)}**：{_sentence(subject, dice)}" for _ in range(3))
    if kind < 0.93:
        return f'!!! note "{dice.choice(VERBS)}{dice.choice(THINGS)}"\n    {_sentence(subject, dice)}'
    return _table(subject, dice)


def _table(subject: Subject, dice: Random) -> str:
    rows = [f"| {dice.choice(PLACES)} | {dice.choice(THINGS)} | {_sentence(subject, dice)} |" for _ in range(3)]
    return "\n".join(["| 在哪里 | 交什么 | 怎么算完 |", "| --- | --- | --- |", *rows])


def _sentence(subject: Subject, dice: Random) -> str:
    words = {"place": PLACES, "thing": THINGS, "verb": VERBS, "item": ITEMS, "role": list(role_names(subject).values())}
    chosen = {name: dice.choice(choices) for name, choices in words.items()}
    return dice.choice(SENTENCES).format(**chosen, product=subject.product, n=dice.randint(2, 28))


def _reference(subject: Subject, dice: Random) -> str:
    """A sentence with a figure, a task or a role of the plan, as most paragraphs have one."""
    quarter = dice.randint(1, 4)
    found = [
        "全年做到 {{ objectives/revenue.target }}。",
        f"第 {quarter} 季度是 {{{{ objectives/revenue.target@Q{quarter} unit=万元 digits=1 }}}}。",
        "其中经销商 {{ objectives/revenue.target/dealer }}。",
        f"落在 {{{{ phases/{dice.choice(task_ids())} }}}} 这一项上。",
        f"由 {{{{ org/{dice.choice(list(role_names(subject)))} }}}} 负责。",
        "日常费用控制在 {{ budget/running.amount }}。",
        "新开发客户 {{ objectives/new-customers.target }}。",
    ]
    return dice.choice(found) if dice.random() < 0.8 else ""
