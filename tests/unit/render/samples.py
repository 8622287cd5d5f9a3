"""One block of every kind, with a given text in every place that holds text."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plangen.render.html import HtmlContext
from plangen.values import DAY, YUAN, Quantity
from plangen.views import (
    Block,
    Board,
    CalendarDay,
    CalendarMonth,
    Card,
    Cards,
    Chart,
    Chip,
    Column,
    Document,
    Dot,
    Entries,
    Fold,
    Group,
    Heading,
    Line,
    Link,
    Node,
    Num,
    Panel,
    Picture,
    Row,
    Share,
    ShareBar,
    Slip,
    Stage,
    Strip,
    Table,
    Tally,
    Text,
    Tree,
    Under,
    Words,
    YearCalendar,
)


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Links that lead to one page, whatever is linked."""

    page: str = "../there/"

    def href(self, link: Link) -> str | None:
        """The page, with the link's anchor."""
        return self.page + (f"#{link.anchor}" if link.anchor else "")


CONTEXT = HtmlContext("zh-Hans", Everywhere())


def money(amount: int, *, about: bool = False) -> Quantity:
    """An amount of 万元."""
    return Quantity.exact(Decimal(amount) * 10_000, YUAN, about=about)


def days(count: int) -> Line:
    """A line with a number of days."""
    return (Num(Quantity.exact(count, DAY), "天"),)


def number(quantity: Quantity | None, **more: object) -> Line:
    """A line with one number in 万元."""
    return (Num(quantity, "万元", **more),)  # type: ignore[arg-type]


def words(text: str) -> Line:
    """A line with a text in every kind of inline part that has one."""
    return (text, Words(text, "bad", bold=True, struck=True), Chip(text, "unset"), Link(text, anchor="a"), Dot(1))


def under(text: str, name: str) -> Under:
    """What is folded away under a row."""
    inner = Table(f"{name}-inner", "", (Column("a", text),), (Row((words(text),)),), notes=(words(text),))
    return Under(words(text), inner, f"{name}-under")


def table(text: str, name: str = "sample") -> Table:
    """A table with two groups, every row role, every state of a number."""
    columns = (
        Column("label", text, text),
        Column("value", text, text, numeric=True, group=text),
        Column("plan", "计划", "万元", numeric=True, group=text, phone=False),
        Column("note", text),
    )
    ranged = Quantity.range_(Decimal(1_000_000), Decimal(1_500_000), YUAN)
    rows = (
        Row(((Dot(1), text), number(money(120)), number(money(156)), words(text)), id=f"{name}-1"),
        Row(((Dot(2), text), number(ranged), number(money(80, about=True)), (text,)), level=1),
        Row(((text,), number(Quantity.unset_(YUAN)), number(None), ()), "group"),
        Row(((text,), number(Quantity.at_least(Decimal(130_000), YUAN)), (), ()), under=under(text, name)),
        Row(((text,), number(money(20)), (), ()), "residual"),
        Row(((text,), number(money(400), symbol="≠", signed=True), (), ()), "total"),
    )
    return Table(name, text, columns, rows, subtitle=text, notes=(words(text),))


def chart(kind: str, text: str = "甲") -> Chart:
    """A chart of a kind over the sample table, or over dates for a gantt."""
    if kind == "gantt":
        return gantt(text)
    encode = {"label": "label", "value": "value"}
    encode |= {"plan": "plan"} if kind == "line" else {"line": "plan"} if kind == "step" else {}
    encode |= {"target": "plan", "bands": "plan,value", "note": "plan"} if kind == "bullet" else {}
    encode = {"label": "label", "values": "value,plan", "slots": "1,2"} if kind == "stack" else encode
    encode = {"label": "label", "values": "value,plan", "strong": "plan"} if kind == "dots" else encode
    encode = {"label": "label", "right": "value", "left": "plan"} if kind == "diverging" else encode
    return Chart(f"chart-{kind}", kind, text, text, table(text), encode, "万元", text)  # type: ignore[arg-type]


def gantt(text: str) -> Chart:
    """A chart with a task that is set, one that contradicts itself and one without a date."""
    columns = tuple(Column(key, key) for key in ("label", "start", "end", "days", "note", "disputed"))
    rows = (
        Row(((text,), ("2025-05-08",), ("2025-05-08",), days(1), (), ())),
        Row(((text,), ("2025-05-12",), ("2025-06-14",), days(34), (text,), ("2025-05-11、2025-06-10 至 2025-06-14",))),
        Row(((text,), ("待定",), ("待定",), (), (text,), ())),
    )
    encode = {key: key for key in ("label", "start", "end", "days", "note", "disputed")}
    return Chart("chart-gantt", "gantt", text, text, Table("tasks", text, columns, rows), encode, "", text)


def tree(text: str) -> Tree:
    """A tree with a vacancy, a broken link, a box that leads somewhere and one that only cooperates."""
    nodes = (
        Node("top", text, text, text),
        Node("here", text, text, text, "top", here=True, link=Link(text)),
        Node("empty", text, text, text, "here", "unset"),
        Node("broken", text, text, "", "nobody", "bad"),
        Node("beside", text, text, "", cooperates=("here",)),
    )
    return Tree("tree", nodes, words(text), table(text, "roles"))


def year_calendar(text: str) -> YearCalendar:
    """February of 2026 with a day off, a worked weekend and a day on which two things are due."""
    days = [CalendarDay(date(2026, 2, number), f"{text}{number}") for number in range(1, 29)]
    days[15] = CalendarDay(date(2026, 2, 16), text, off=True, mark="off")
    days[27] = CalendarDay(date(2026, 2, 28), text, Tally(2, text), Link(text), mark="worked")
    month = CalendarMonth(text, tuple(days), Tally(2, text), Link(text))
    weekdays = tuple((text, text) for _ in range(7))
    return YearCalendar("year", (month,), weekdays, table(text, "year-table"), (words(text),))


def blocks(text: str = "甲") -> tuple[Block, ...]:
    """One block of every kind but `Findings` and `Slot`."""
    panel = Panel(text, text, ((words(text), words(text)),), id="panel")
    kinds = ("bar", "stack", "line", "treemap", "gantt", "waterfall", "dots", "diverging")
    return (
        Heading(text + "1", "heading", 2, text, words(text)),
        Text(words(text), "muted"),
        Cards((Card(text, number(money(7), with_unit=True), words(text), "bad"),), table(text, "cards")),
        table(text, "open"),
        *(chart(kind, text) for kind in kinds),
        Board((panel, panel, panel, panel), (text, text), (text, text), table(text, "board")),
        tree(text),
        Strip((Stage(text, (text,), 10), Stage(text, (), 20)), table(text, "strip"), 12, text),
        ShareBar((Share(text, (text,), 0.9, 1), Share(text, (text,), 0.1, 0)), table(text, "shares")),
        Entries(((words(text), words(text), words(text)),)),
        Entries((), text),
        Group((Text((text,)), Group((Text((text,)),))), "columns"),
        Fold(words(text), (Text(words(text)), table(text, "folded")), "fold"),
        Picture(f"{text}.png", text, text, 480, 320),
        Picture(f"{text}.png", text, inline=True),
        Slip(text, (table(text, "slip-table"),), "slip", words(text)),
        year_calendar(text),
    )


def document(text: str = "甲") -> Document:
    """A page with every kind of block."""
    return Document(text, blocks(text), words(text), words(text))
