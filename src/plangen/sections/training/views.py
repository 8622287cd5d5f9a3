"""What the page of the training shows."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.sections.numbers import shown
from plangen.sections.training import calendar
from plangen.sections.training.labels import CHOICES
from plangen.sections.training.model import Course, Training
from plangen.sections.training.rules import EFFORTS, audiences, has, total
from plangen.views import Block, Card, Chart, Column, Inline, Line, Link, Num, Row, Table, Words, phrase

TIMES = {"person-hours": (" 人时", " person-hours"), "person-days": (" 人天", " person-days")}
FIELDS = ("sessions", "lasts", "participants")


def blocks(section: Training, scope: PlanScope) -> Iterator[Block]:
    """The courses with their sums, what they cost, who takes which."""
    yield _courses(section, scope)
    yield from calendar.chart(list(section.items.values()), scope)
    priced = [course for course in section.items.values() if course.factors]
    if len(priced) > 1:
        yield _chart(priced, scope)
    if len(audiences(section)) > 1:
        yield _matrix(section, scope)


def cards(section: Training, scope: PlanScope) -> Iterator[Card]:
    """What the training costs."""
    cost = shown(scope, total(scope, "cost"), with_unit=True)
    if cost.address:
        number = shown(scope, total(scope, "courses"))
        yield Card(
            scope.word("培训费用", "Training"), (cost,), phrase(scope.word("{n} 门课", "{n} course(s)"), n=number)
        )


def summary(section: Training, scope: PlanScope) -> Line:
    """How many courses, and what they cost."""
    line = phrase(scope.word("{n} 门课", "{n} course(s)"), n=shown(scope, total(scope, "courses")))
    cost = shown(scope, total(scope, "cost"), with_unit=True)
    return line + (phrase(scope.word("，费用 {n}", ", cost {n}"), n=cost) if cost.address else ())


def lede(section: Training, scope: PlanScope) -> Line:
    """The same, and how much time it takes of all who take part."""
    line = summary(section, scope)
    for measure, unit in TIMES.items():
        number = shown(scope, total(scope, measure), said=scope.word(*unit))
        if number.address:
            line += phrase(scope.word("，共 {n}", ", {n}"), n=number)
    return (*line, scope.word("。", "."))


def _courses(section: Training, scope: PlanScope) -> Table:
    word = scope.word
    efforts = [each for each in EFFORTS if any(has(course, each) for course in section.items.values())]
    names = {"person-hours": word("人时", "Person-hours"), "person-days": word("人天", "Person-days")}
    columns = (
        Column("course", word("课程", "Course")),
        Column("kind", word("类型", "Kind"), phone=False),
        Column("when", word("时间", "When")),
        Column("audience", word("参加岗位", "Audience")),
        Column("trainer", word("讲师", "Trainer"), phone=False),
        Column("sessions", word("场次", "Sessions"), numeric=True, phone=False),
        Column("lasts", word("每人用时", "Time each"), numeric=True, phone=False),
        Column("participants", word("人数", "People"), numeric=True, phone=False),
        *(Column(each, names[each], numeric=True, phone=False) for each in efforts),
        Column("cost", word("费用", "Cost"), "元", numeric=True),
    )
    rows = [_row(course, section.above(course), efforts, scope) for course in section.items.values()]
    sums = (shown(scope, total(scope, measure)) for measure in (*efforts, "cost"))
    cells: list[Line] = [(number,) if number.address else () for number in sums]
    rows.append(Row(((word("合计", "All"),), *([()] * 7), *cells), "total"))
    return Table("training-courses", word("课程", "Courses"), columns, tuple(rows))


def _row(course: Course, whole: Course | None, efforts: list[str], scope: PlanScope) -> Row:
    name: list[Inline] = [course.name]
    if course.goal:
        name.append(Words(scope.word("（{goal}）", " ({goal})", goal=course.goal), "muted"))
    if whole is not None:
        name.append(Words(scope.word("，在“{name}”之内", ", part of “{name}”", name=whole.name), "muted"))
    cells: tuple[Line, ...] = (
        tuple(name),
        (scope.word(*CHOICES[course.kind]),),
        _when(course, scope),
        _roles(course.audience, scope),
        _roles((course.trainer,), scope) if course.trainer else (course.provider or Num(None),),
        *((shown(scope, course.address(field), with_unit=field == "lasts"),) for field in FIELDS),
        *((shown(scope, course.address(measure)),) for measure in (*efforts, "cost")),
    )
    return Row(cells, id=course.id)


def _when(course: Course, scope: PlanScope) -> Line:
    """The day, the months, or that it is not set."""
    if course.date and course.date.value:
        day = course.date.value
        text = f"{day.month}-{day.day:02}"
        return (text if day.year == scope.year else f"{day.year}-{text}",)
    if course.period:
        return (course.period.label(scope.language),)
    return (Words(scope.word("待定", "not set"), "unset") if course.date else Num(None),)


def _roles(roles: tuple[str, ...], scope: PlanScope) -> Line:
    found: list[Inline] = []
    for role in roles:
        address = scope.resolve(role, "org")
        link = Link(scope.name_of(address), address) if address else Words(f"✕ {role}", "bad")
        found += [scope.word("、", ", "), link]
    return tuple(found[1:]) or (Num(None),)


def _chart(courses: list[Course], scope: PlanScope) -> Chart:
    word = scope.word
    columns = (Column("course", word("课程", "Course")), Column("cost", word("费用", "Cost"), "元", numeric=True))
    rows = tuple(Row(((course.name,), (shown(scope, course.address("cost")),))) for course in courses)
    table = Table("training-cost-table", word("各门课的费用", "Cost by course"), columns, rows)
    cost = shown(scope, total(scope, "cost"), with_unit=True)
    title = phrase(word("培训一共 {n}", "the training costs {n}"), n=cost)
    encode = {"label": "course", "value": "cost"}
    subtitle = scope.word("{unit}；按课程", "{unit} by course").format(unit=scope.in_words("元"))
    return Chart("training-cost", "bar", title, subtitle, table, encode, "元", height=60 + 34 * len(rows))


def _matrix(section: Training, scope: PlanScope) -> Table:
    """Courses by role: a mark where the role takes part."""
    roles = audiences(section)
    columns = (
        Column("course", scope.word("课程", "Course")),
        *(Column(role, scope.named(role), phone=place < 3) for place, role in enumerate(roles)),
    )
    rows = [
        Row(((course.name,), *(("●",) if role in course.audience else () for role in roles)))
        for course in section.items.values()
    ]
    counts = ((shown(scope, total(scope, "courses", role)),) for role in roles)
    rows.append(Row(((scope.word("门数", "Courses"),), *counts), "total"))
    return Table("training-roles", scope.word("谁上哪门课", "Who takes which course"), columns, tuple(rows))
