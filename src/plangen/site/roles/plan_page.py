"""The page of who does what in a plan: the functions with their roles, and how much each role answers for."""

from collections.abc import Iterator, Sequence

from plangen.model import Plan
from plangen.site.edition import Edition
from plangen.site.eyebrow import eyebrow
from plangen.site.roles.functions import Function, functions
from plangen.site.roles.load import load_table
from plangen.site.roles.register import WHO
from plangen.values import Address
from plangen.views import (
    Block,
    Column,
    Document,
    Entries,
    Heading,
    Inline,
    Line,
    Link,
    Row,
    Table,
    Tally,
    Words,
    phrase,
)


def who_page(edition: Edition, plan: Plan) -> Document:
    """The matrix of the plan's functions, then the load by role."""
    blocks = (*_matrix(edition, plan), load_table(edition, plan))
    return Document(who_title(edition), blocks, eyebrow(edition, plan), _lede(edition, plan))


def who_title(edition: Edition) -> str:
    """What the page is called."""
    return edition.word("分工", "Who does what")


def has_page(edition: Edition, plan: Plan) -> bool:
    """Whether a plan has roles, or roles of other plans that work in it."""
    return bool(edition.roles.of_plan(plan.path))


def count(edition: Edition, plan: Plan, state: str = "") -> Tally:
    """How many functions of a plan stand in a state, or all of them."""
    found = [each for each in functions(edition, plan) if each.tag and state in ("", each.state)]
    bad = {"nobodys": "bad", "shared": "unset"}.get(state, "") if found else ""
    return Tally(len(found), f"functions {plan.path} {state}".strip(), tone=bad)  # type: ignore[arg-type]


def _lede(edition: Edition, plan: Plan) -> Line:
    roles = Tally(len(edition.roles.of_plan(plan.path)), f"roles {plan.path}")
    link = Link(edition.word("全部计划", "All plans"), page=f"{WHO}/")
    if not any(each.tag for each in functions(edition, plan)):
        text = edition.word(
            "{roles} 个岗位，各负责多少。{link}", "How much each of {roles} role(s) answers for. {link}"
        )
        return phrase(text, roles=roles, link=link)
    text = edition.word(
        "{roles} 个岗位，{all} 项职能：{nobody} 项没有人牵头，{shared} 项几个岗位并列、没有分出主次。{link}",
        "{roles} role(s), {all} functions: {nobody} led by nobody, {shared} by several roles side by side. {link}",
    )
    numbers = {"nobody": count(edition, plan, "nobodys"), "shared": count(edition, plan, "shared")}
    return phrase(text, "", roles=roles, all=count(edition, plan), link=link, **numbers)


def _matrix(edition: Edition, plan: Plan) -> Iterator[Block]:
    found, word = functions(edition, plan), edition.word
    if not any(each.tag for each in found):
        yield Heading(word("谁牵头，谁参与", "Who leads, who takes part"), "matrix")
        yield Entries(
            (), word("还没有给职责写标签（tags），不能按职能列出。", "No duty has tags yet, so there are no functions.")
        )
        return
    roles = [role for role in edition.roles.of_plan(plan.path) if any(_takes_part(each, role) for each in found)]
    columns = (
        Column("function", word("职能", "Function")),
        Column("lead", word("牵头", "Lead")),
        *(Column(_key(role), edition.scope.name_of(role), phone=False) for role in roles),
    )
    rows = tuple(_row(edition, plan, each, roles) for each in found)
    notes = (
        word(
            "职能取自职责的标签。牵头：负责这项职能的岗位里，没有别的岗位是它上级的那一个；有几个就是并列。数字是几条职责。",
            "Functions are the tags of duties. The lead is the carrier that no other carrier is a superior of; "
            "where there are several they stand side by side. The numbers count duties.",
        ),
    )
    yield Table("matrix", word("谁牵头，谁参与", "Who leads, who takes part"), columns, rows, notes=(notes,))


def _key(role: Address) -> str:
    return f"{role.plan}:{role.item[-1]}"


def _takes_part(function: Function, role: Address) -> bool:
    return role in function.carriers or role in function.partners


def _row(edition: Edition, plan: Plan, function: Function, roles: Sequence[Address]) -> Row:
    name = function.tag or edition.word("没有标签", "no tag")
    cells = (_cell(edition, plan, function, role) for role in roles)
    return Row(((name,), _lead(edition, function), *cells), "body" if function.tag else "residual")


def _lead(edition: Edition, function: Function) -> Line:
    """Who leads; marked where nobody does, or several side by side."""
    word = edition.word
    if function.state == "untagged":
        return (Words("—", "muted"),)
    if function.state == "nobodys":
        return (Words(word("! 没有人牵头", "! nobody leads"), "bad"),)
    names: list[Inline] = []
    for role in function.tops:
        names += [word("、", ", ")] if names else []
        names.append(edition.roles.link(role))
    marked: Line = (Words(word("! 并列：", "! side by side: "), "unset"),) if function.state == "shared" else ()
    return (*marked, *names)


def _cell(edition: Edition, plan: Plan, function: Function, role: Address) -> Line:
    """`牵头 3`, `并列 2`, `承担 1`, `参与 1`; an empty cell where the role has no part in it."""
    word, parts = edition.word, list[Inline]()
    carried, named = function.carriers.get(role, 0), function.partners.get(role, 0)
    of = f"{plan.path} {role}"
    if carried:
        said = word("承担", "carries")
        if function.tag and role in function.tops:
            said = word("牵头", "leads") if function.lead else word("并列", "beside")
        bold = bool(function.tag) and role == function.lead
        parts += [Words(f"{said} ", bold=bold), Tally(carried, f"carries {of} {function.tag}".strip())]
    if named:
        parts += [word("，", ", ")] if parts else []
        parts += [Words(word("参与 ", "takes part "), "muted"), Tally(named, f"partakes {of} {function.tag}".strip())]
    return tuple(parts)
