"""What the item and the members of a figure's address are called."""

from plangen.compute import YearScope
from plangen.model.glossary import known
from plangen.render.figure_words import measure_word
from plangen.values import Address


def item_name(scope: YearScope, address: Address) -> str:
    """The item's name; `total` stands for all items of a section together."""
    if address.item == ("total",) and scope.entry(address.item_address) is None:
        return scope.word("合计", "total")
    return scope.name_of(address.item_address)


def member_names(scope: YearScope, address: Address) -> list[str]:
    """What its members are called: a role of another plan is named by its plan and id together."""
    *plan, name = address.members or ("",)
    elsewhere = Address("/".join(plan), "org", (name,))
    if plan and scope.entry(elsewhere) is not None:
        return [scope.name_of(elsewhere)]
    return [_member(scope, address, member) for member in address.members]


def _member(scope: YearScope, address: Address, name: str) -> str:
    """A member, an axis, a hierarchy, a role of the plan or of one above, or another way in which parts add up.

    That is a choice of the section kind (`asked`), or what it measures by.
    """
    title, home = scope.dimensions.title_of(name), address.plan.split("/")
    above = ("/".join(home[:length]) for length in range(len(home), 0, -1))
    roles = (Address(path, "org", (name,)) for path in above)
    role = next((each for each in roles if scope.entry(each) is not None), None)
    if title != name or scope.dimensions.axis_of(name):
        return title
    if role is not None:
        return scope.name_of(role)
    choice = known("choices", name, address.kind)
    return scope.word(*choice) if choice else measure_word(scope.language, name)
