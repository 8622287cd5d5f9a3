"""What child plans leave out of a sum: the objective itself, or an axis that others of them have."""

from plangen.sections.objectives.split import Split


def without_objective(split: Split) -> list[str]:
    """The names of the child plans that lack the objective, where it sums them up. What was refused is not judged."""
    if not split.objective.rollup:
        return []
    having = {part.scope.plan.path for part in split.parts_below()}
    unread = set(split.scope.unread_below("objectives"))
    children = [child.plan for child in split.scope.children()]
    return [plan.head.name for plan in children if plan.path not in having and plan.path not in unread]


def without_axis(split: Split, axis: str) -> list[str]:
    """The names of the child plans that have the objective, but not the axis that it is summed up by."""
    written = {*split.objective.axes, *(spread.axis for spread in split.objective.spread)}
    if not split.objective.rollup or axis in written:
        return []
    return [part.scope.plan.head.name for part in split.parts_below() if axis not in part.members_seen()]


def covered_in_part(split: Split, axis: str) -> bool:
    """Whether an axis comes from some of the child plans only, so that its sum is no total."""
    return bool(without_axis(split, axis))
