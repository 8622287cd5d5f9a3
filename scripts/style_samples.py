"""What the style guide shows: one sample of every block, made of the same views that pages are made of."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from plangen.findings import Finding, Level, declare
from plangen.values import YUAN, Address, Quantity, Span
from plangen.values.record import record
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
    Dot,
    Entries,
    Findings,
    Fold,
    Group,
    Heading,
    Line,
    Link,
    Meter,
    Node,
    Num,
    Panel,
    Picture,
    Progress,
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
)  # fmt: skip

DRAWING = "drawing.svg"
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 120"><path fill="none" stroke="#667085" stroke-width="2" '
    'd="M20 100h280M40 100V60h60v40M130 100V30h60v70M220 100V50h60v50"/></svg>'
)
ERROR, WARNING = "GUIDE1", "GUIDE2"


@record
class Sample:
    """One part of the guide: what it is called, when it is used, and what it looks like."""

    title: str
    rule: str
    blocks: tuple[Block, ...]


def money(amount: str, **look: object) -> Line:
    """An amount of 万元."""
    return (Num(Quantity.exact(Decimal(amount) * 10_000, YUAN), "万元", **look),)  # type: ignore[arg-type]


def ranged(low: str, high: str) -> Line:
    """A range of 万元."""
    return (Num(Quantity.range_(Decimal(low) * 10_000, Decimal(high) * 10_000, YUAN), "万元"),)


def unset() -> Line:
    """An amount that is expected and not given."""
    return (Num(Quantity.unset_(YUAN), "万元"),)


def table(name: str = "by-channel", title: str = "按渠道") -> Table:
    """Groups, a residual row, a total, one row unfolded to what it is made of."""
    columns = (
        Column("label", "渠道"),
        Column("target", "目标", "万元", numeric=True, group="目标"),
        Column("share", "占比", "%", numeric=True, group="目标"),
        Column("actual", "实际", "万元", numeric=True, group="6–8 月"),
        Column("reached", "达成", "%", numeric=True, group="6–8 月"),
    )
    part = Table(f"{name}-part", "", (Column("a", "月份"), Column("b", "实际", "万元", numeric=True)),
                 ((Row((("6 月",), money("15")))), Row((("7 月",), money("37")))))  # fmt: skip
    rows = (
        Row(((Dot(2), "直营店"), money("180"), ("16.5",), money("52"), (Words("▼ 67.4", "bad"),)), id=f"{name}-own",
            under=Under(("这三个月是怎么来的",), part)),
        Row(((Dot(1), "终端客户"), money("720"), ("65.9",), money("312"), (Words("▲ 101.1", "good"),))),
        Row(((Dot(3), "经销商"), money("192"), ("17.6",), money("67"), (Words("▼ 81.4", "bad"),))),
        Row((("未分解",), money("0"), ("0.0",), (), ()), "residual"),
        Row((("合计",), money("1092"), ("100.0",), money("431"), ("92.1",)), "total"),
    )  # fmt: skip
    return Table(name, title, columns, rows, "三条渠道", ((Words("≠ ", "bad"), "写的与算的不一致"),))


def states() -> Table:
    """How a number says what it is."""
    columns = (Column("state", "状态"), Column("number", "写法", "万元", numeric=True), Column("why", "什么时候"))
    about, least = Quantity.exact(Decimal(800_000), YUAN, about=True), Quantity.at_least(Decimal(130_000), YUAN)
    rows: tuple[tuple[str, Line, str], ...] = (
        ("准确", money("1092"), "写明或算出"),
        ("约数", (Num(about, "万元"),), "原文写“约”，容差随之"),
        ("区间", ranged("100", "150"), "两端都带进合计、占比和图"),
        ("下限", (Num(least, "万元"),), "不少于"),
        ("待定", unset(), "应填未填：有人负责，从不当作零"),
        ("不适用", (Num(None),), "没有这个数"),
        ("算得不一致", money("182", symbol="≠", signed=True), "写的与算的不同，旁边就标"),
        ("超过", (Words("▲ 101.1", "good"),), "方向由指标定，不由正负号定"),
        ("不到", (Words("▼ 67.4", "bad"),), "先有符号，再有颜色"),
        ("新的值", (*money("480", struck=True, tone="muted"), " → ", *money("528", tone="changed")), "与上一版相比"),
    )
    return Table("states", "数字的状态", columns, tuple(Row(((state,), number, (why,))) for state, number, why in rows))


def cards() -> Cards:
    """Label, figure, one line of comparison; a bar against a tick; what is not set in the figure's place."""
    bar = Progress((Decimal("0.395"), Decimal("0.395")), Decimal("0.43"))
    found = (
        Card("销售额目标", money("1092", with_unit=True), ("新设，无上年",)),
        Card("同期达成", (Words("▼ 92.1%", "bad"),), (bar, "431 / 468 万元"), "bad"),
        Card("还没填的", (Tally(6, "guide"), Words(" 项", "muted")), ("负责人 区域经理",), "unset"),
    )
    return Cards(found, table("cards-data", ""))


def charts() -> Iterator[Chart]:
    """A sentence that says the finding, unit and method below; the same numbers as a table behind it."""
    columns = (Column("label", "季度"), Column("value", "目标", "万元", numeric=True))
    rows = tuple(Row(((name,), money(value))) for name, value in (("二季", "156"), ("三季", "468"), ("四季", "468")))
    data = Table("quarters", "分到季度", columns, rows)
    encode = {"label": "label", "value": "value"}
    yield Chart("bar", "bar", "二季只有 6 月一个月", "万元；按月均摊", data, encode, "万元", "来源 S000-3-06", 220)
    columns = (Column("label", "项目"), Column("value", "金额", "万元", numeric=True))
    rows = (
        Row((("房租",), money("0.45"))),
        Row((("家具",), money("0.5"))),
        Row((("未说明",), money("2.52")), "residual"),
        Row((("合计",), money("3.47")), "total"),
    )
    data = Table("costs", "筹备费用", columns, rows)
    yield Chart("waterfall", "waterfall", "明细只说明了一部分", "万元；斜纹为没有明细的", data, encode, "万元", "", 240)


def board() -> Board:
    """Four quadrants without loud colours: a sentence, its evidence, what answers it."""
    answered: tuple[Line, Line] = (
        ("产品质量稳定，换胶不停机",),
        ("依据 试用反馈　→ ", Link("主推产品定稿", page="../")),
    )
    open_: tuple[Line, Line] = (("账期短于当地习惯",), (Words("! 还没有对应任务", "unset"),))
    names = ("优势", "劣势", "机会", "威胁")
    first, second, third, fourth = (
        Panel(name, "2 条，1 条有任务", (answered, open_), f"panel-{place}") for place, name in enumerate(names)
    )
    return Board((first, second, third, fourth), ("内部", "外部"), ("有利", "不利"), table("board-data", ""))


def tree() -> Tree:
    """Superiors above, a vacancy dashed, the page's own box framed; a list on narrow screens."""
    nodes = (
        Node("director", "营销总监", "公司总部", "本区外"),
        Node("manager", "区域经理", "管 2 人", "1 人", "director", here=True, link=Link("", page="../")),
        Node("rep", "业务员", "浙江 300 万元", "4 人", "manager"),
        Node("keeper", "直营店店长", "任职人待定", "编制 3", "manager", "unset"),
    )
    return Tree("tree", nodes, ("实线：直接上级　虚框：任职人待定",), table("tree-data", ""))


def calendar() -> YearCalendar:
    """A month: the deeper the colour, the more is due."""
    first = date(2026, 2, 1)
    made = []
    for number in range(28):
        day, due = first + timedelta(number), number % 9 == 4
        count = Tally(number % 4 + 1, "guide") if due else None
        made.append(CalendarDay(day, f"{day}：有事" if due else str(day), count, off=day.weekday() > 4))
    weekdays = tuple((name, f"星期{name}") for name in "一二三四五六日")
    month = CalendarMonth("2 月", tuple(made), Tally(3, "guide"))
    return YearCalendar("year", (month,), weekdays, table("calendar-data", ""), (("颜色越深，事情越多",),))


def findings() -> Findings:
    """By level: what is wrong, where, the source, a way out; what is accepted says by whom and until when."""
    span = Span("content/2026/demo/objectives.yml", 6, 12, 6, 30)
    address = Address("demo", "objectives", ("revenue",))
    wrong = Finding(ERROR, span, {"sum": "95%"}, 2026, address)
    return Findings((wrong, Finding(WARNING, span, {}, 2026, address), Finding(WARNING, span, {}, 2026, address,
                    waived="公司口径如此（营销总监，2026-12-31）")))  # fmt: skip


def excerpt(_: Span) -> list[tuple[int, str]]:
    """The source around every finding of the guide."""
    return [(5, "  target: 2400万元"), (6, "  phasing: {Q1: 20%, Q2: 25%, Q3: 50%}"), (7, "  channel:")]


def declare_findings() -> None:
    """The two codes that only the guide has."""
    declare(ERROR, Level.ERROR, manual="", zh="季度占比合计 {sum}，应为 100%", en="shares add up to {sum}, not to 100%",
            fix_zh="补足或减去差的部分", fix_en="add or take away what is missing")  # fmt: skip
    declare(WARNING, Level.WARNING, manual="", zh="“累计三个月”没有说从哪个月起", en="three months, from which one?",
            fix_zh="写明起点", fix_en="say where they begin")  # fmt: skip


def text() -> tuple[Block, ...]:
    """A small heading, a sentence with a link, words with a meaning, chips, a meter."""
    words: Line = (Words("达标", "good"), " ", Words("不到", "bad"), " ", Words("待定", "unset"), " ",
                   Chip("规则", "changed"), " ", Chip("文字"), " ", Meter(((3, "good"), (1, "unset"))))  # fmt: skip
    sentence: Line = ("一句正文，", Link("一个链接", page="../"), "。")
    return Heading("小标题", "small", 3, aside="小注"), Text(sentence), Text(words)


def strip() -> Strip:
    """Three phases, the day of the figures at the end of the second."""
    phases = (Stage("一　开拓期", ("5-08 至 6-30",), 54), Stage("二　放量期", ("7-01 至 8-31",), 62),
              Stage("三　巩固期", ("9-01 至 12-31",), 122))  # fmt: skip
    return Strip(phases, table("strip-data", ""), 116, "数据截至 8 月 31 日")


def share_bar() -> ShareBar:
    """Two members and what is not split."""
    shares = (Share("终端客户", ("720 · 65.9%",), 0.659, 1), Share("直营店", ("180 · 16.5%",), 0.165, 2),
              Share("未分解", ("192 · 17.6%",), 0.176, 0))  # fmt: skip
    return ShareBar(shares, table("share-data", ""))


def lists() -> Group:
    """A list with its small lines below, one with them beside, an empty one."""
    new = ("广告费上限 8,000 → ", Words("10,000 元", "changed", bold=True))
    below = Entries(((new, ("由营销经理批准",), ("8-27",)),))
    beside = Entries((((Link("目标", page="../"),), ("三条渠道、八个省市",), (Words("✓", "good"),)),), level=True)
    return Group((Group((below,)), Group((beside, Entries((), "还没有内容。")))), "columns")


def folded() -> tuple[Block, ...]:
    """Blocks behind a handle, and a slip for one reader."""
    slip = Slip("业务员", (table("slip", "变更"),), "slip", "4 人")
    return Fold(("次要改动 3 处",), (table("folded", ""),)), slip


def samples() -> Iterator[Sample]:
    """Every block, in the order in which a page uses them."""
    picture = Picture(DRAWING, "三家店的示意图", "三家直营店的位置", 320, 120)
    yield Sample("Numbers", "Symbol or word first, colour second; one unit a column, under its heading.", (states(),))
    yield Sample("Text and inline parts", "Two weights, no italics; a tone only where it means something.", text())
    yield Sample("Cards", "Three or four in a row, two on a phone, none alone in its row.", (cards(),))
    yield Sample("Table", "The number is the hero, the rule line is the furniture.", (table(),))
    yield Sample("Chart", "A sentence as title; drawn only when near the screen; its table behind.", tuple(charts()))
    yield Sample("Strip", "Phases, their widths by days, the day of the figures in the link colour.", (strip(),))
    yield Sample("Share bar", "Parts of a whole in their members' colours, each with its name.", (share_bar(),))
    yield Sample("Lists", "Main line, small line below or beside, figure at the right.", (lists(),))
    yield Sample("Board", "Rows and columns say the axes; what has no answer says so.", (board(),))
    yield Sample("Tree", "Boxes with one fact each.", (tree(),))
    yield Sample("Year calendar", "Days with how much is due.", (calendar(),))
    yield Sample("Findings", "Above the block that they concern, errors first.", (findings(),))
    yield Sample("Picture", "As wide as it needs; its caption says what to see.", (picture,))
    yield Sample("Fold and slip", "What can wait is folded; what one reader takes along is framed.", folded())
