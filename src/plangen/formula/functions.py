"""The functions of formulas: their names in both languages and how many arguments they take."""

from plangen.values import record


@record
class Function:
    """A function: `least` to `most` arguments; where `most` is MANY, one of them may stand for several figures."""

    name: str
    names: tuple[str, ...]
    least: int
    most: int


MANY = 200
"""How many arguments a function takes that has no limit of its own."""
FUNCTIONS = {
    function.name: function
    for function in (
        Function("sum", ("合计", "求和"), 1, MANY),
        Function("mean", ("平均", "average"), 1, MANY),
        Function("min", ("最小",), 1, MANY),
        Function("max", ("最大",), 1, MANY),
        Function("count", ("计数",), 1, MANY),
        Function("round", ("四舍五入",), 1, 2),
        Function("share", ("占比",), 2, 2),
        Function("growth", ("增长率", "增长"), 2, 2),
        Function("attainment", ("达成率", "完成率"), 2, 2),
        Function("cumulative", ("累计",), 1, 1),
        Function("if", ("如果",), 3, 3),
    )
}
"""Every function by its English name; what each gives is told in docs/formulas.md."""

MOVES = {"previous": ("上年", "去年"), "parent": ("上级",), "children": ("下级",), "actual": ("实际", "实绩")}
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
