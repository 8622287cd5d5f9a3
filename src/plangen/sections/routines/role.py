"""What routines say to a role: what it reports or convenes, what it gets or takes part in, and when it comes next."""

from collections.abc import Iterator

from plangen.compute import PlanScope, Share, Tie
from plangen.sections import mentions
from plangen.sections.routines.labels import CHOICES
from plangen.sections.routines.model import Routine, Routines
from plangen.sections.routines.schedule import upcoming
from plangen.sections.routines.wording import short
from plangen.views import Block, Column, Line, Link, Num, Row, Table


def tells(tie: Tie) -> bool:
    """Whatever names the role."""
    return isinstance(tie.entry, Routine) and bool({"role", "owner", "to"} & set(tie.fields))


def blocks(section: Routines, scope: PlanScope, share: Share) -> Iterator[Block]:
    """One row a routine: those of the role, then those of others that it has a part in."""
    del section
    ties = sorted((tie for tie in share.ties if tells(tie)), key=lambda tie: not tie.answers)
    rows = tuple(_row(tie.entry, tie, scope) for tie in ties if isinstance(tie.entry, Routine))
    if rows:
        word, day = scope.word, scope.handbook.as_of.value
        columns = (
            Column("routine", word("事项", "Routine")),
            Column("part", word("本岗位", "This role")),
            Column("due", word("期限", "Due")),
            Column("next", word("下一次", "Next")),
            Column("with", word("交给／参加", "With"), phone=False),
        )
        yield Table(
            "role-routines", "", columns, rows, word("下一次从 {day} 起", "next from {day}", day=day) if day else ""
        )


def _row(routine: Routine, tie: Tie, scope: PlanScope) -> Row:
    word, day = scope.word, upcoming(routine, scope)
    kind = word(*CHOICES[routine.kind])
    shared = routine.kind in ("meeting", "call")
    part = word("参加", "takes part") if shared else word("收到", "gets it")
    if tie.answers:
        part = word("召集", "convenes") if shared else word("负责", "answers for it")
    due: Line = (routine.due, *((word("　", " "), routine.window) if routine.window else ()))
    others = routine.to if tie.answers else (routine.role,) if routine.role else ()
    return Row((
        (Link(routine.name, routine.address()), word("（", " ("), kind, word("）", ")")),
        (part,),
        due,
        (short(day, scope) if day else Num(None),),
        mentions.roles(others, scope),
    ))  # fmt: skip
