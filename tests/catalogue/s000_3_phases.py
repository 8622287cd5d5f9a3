"""S000-3: the first phase day by day, and the months after it."""

from catalogue.case import Case

FIRST = """\
first:
  name: 第一阶段
  start: 2026-05-08
  end: 2026-06-30
"""
TASKS = """\
  tasks:
    divide: {name: 细分区域, start: 2026-05-08, end: 2026-05-08}
    training: {name: 提问法培训, start: 2026-05-10, end: 2026-05-10, half: morning, after: divide}
    office: {name: 办事处筹备, start: 2026-05-12, end: 2026-05-14, after: training}
    leads: {name: 收集与预约, start: 2026-05-15, end: 2026-05-22, after: office}
    trip-1: {name: 第一次出差, start: 2026-05-23, end: 2026-06-05, after: leads}
    review: {name: 小结, start: 2026-06-06, end: 2026-06-08, after: trip-1}
    trip-2: {name: 第二次出差, start: 2026-06-10, end: 2026-06-30, after: review}
"""


def one_task(task: str) -> dict[str, str]:
    """The first phase with one of its tasks."""
    return {"phases.yml": f"{FIRST}  tasks:\n    {task}\n"}


CASES = (
    Case(
        "S000-3-C10",
        {"phases.yml": f"{FIRST}  critical: {{start: 2026-05-15, end: 2026-06-30}}\n"},
        finds=(("PHA108", "47 天", "54 天", "晚 7 天"),),
        figures={"phases/first.days": "54天"},
    ),
    Case(
        "S000-3-C11",
        one_task(
            "office: {name: 办事处筹备, start: 2026-05-12, end: 2026-05-14, stated: {start: 2026-05-11, lasts: ≤3天}}"
        ),
        finds=(("PHA103", "5-12", "5-11", "差 1 天"),),
        figures={"phases/office.days": "3天"},
    ),
    Case(
        "S000-3-C12",
        one_task(
            "trip: {name: 第一次出差, start: 2026-05-23, end: 2026-06-05,"
            " stated: {start: 2026-05-24, end: 2026-06-05, lasts: 13天}}"
        ),
        finds=(("PHA103", "5-23", "5-24", "差 1 天"), ("PHA103", "14 天", "13 天", "差 1 天")),
        figures={"phases/trip.days": "14天"},
    ),
    Case(
        "S000-3-C13",
        {"phases.yml": FIRST + TASKS},
        figures={"phases/first.days": "54天", "phases/first.free": "3天", "phases/training.days": "0.5天"},
    ),
    Case(
        "S000-3-C14",
        {
            "phases.yml": FIRST + TASKS,
            "objectives.yml": "left: {name: 第二轮电话的天数, target: = phases/leads.days - 3天 - 2天}\n",
        },
        figures={"phases/leads.days": "8天", "objectives/left.target": "3天"},
    ),
    Case(
        "S000-3-C20",
        {
            "phases.yml": """\
third:
  name: 第三阶段
  start: 2026-09-01
  end: 2026-12-31
  tasks:
    rest: {name: 走遍其余市场, start: 2026-11-01, end: 2026-12-31, stated: {lasts: 1个月}}
"""
        },
        finds=(("PHA103", "61 天", "1 个月", "差 31 天"),),
    ),
)
