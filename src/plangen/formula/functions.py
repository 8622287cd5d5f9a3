"""The functions of formulas: their names in both languages and how many arguments they take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """A function: `least` to `most` arguments; where `most` is MANY, one of them may stand for several figures."""

    name: str
    names: tuple[str, ...]
    least: int
    most: int
    says: str = ""


MANY = 200
FUNCTIONS = {
    function.name: function
    for function in (
        Function("sum", ("合计", "求和"), 1, MANY, "the sum of all"),
        Function("mean", ("平均", "average"), 1, MANY, "the mean of all; unset ones leave it unset"),
        Function("min", ("最小",), 1, MANY, "the smallest of all"),
        Function("max", ("最大",), 1, MANY, "the largest of all"),
        Function("count", ("计数",), 1, MANY, "how many of all are set"),
        Function("round", ("四舍五入",), 1, 2, says="rounded half up to a step such as 1万元 (without one: to 1)"),
        Function("share", ("占比",), 2, 2, says="the first as a share of the second"),
        Function("growth", ("增长率", "增长"), 2, 2, says="the relative change from the second to the first"),
        Function("attainment", ("达成率", "完成率"), 2, 2, says="the actual over the target, as a share"),
        Function("cumulative", ("累计",), 1, 1, says="from the plan's first month to the month of the reference"),
        Function("if", ("如果",), 3, 3, says="the second where the condition holds, else the third"),
    )
}
"""Every function by its English name."""

MOVES = {"previous": ("上年", "去年"), "parent": ("上级",), "children": ("下级",), "actual": ("实际",)}
"""Words that lead from an address to another one, with their Chinese names: last year, the parent plan, the child
plans, what was really reached. Alone they start from the figure's own address."""

_BY_NAME = {
    **{name: function.name for function in FUNCTIONS.values() for name in (function.name, *function.names)},
    **{name: move for move, names in MOVES.items() for name in (move, *names)},
}


def english(name: str) -> str | None:
    """The English name of a function or move, whatever language it was written in; None for an unknown one."""
    return _BY_NAME.get(name) or _BY_NAME.get(name.lower())


def known_names() -> list[str]:
    """Every name that may stand before a bracket."""
    return list(_BY_NAME)
