"""Scenarios side by side: a table of the figures that differ, and a chart of the amounts among them."""

from collections.abc import Iterator

from plangen.render.figure_words import measure_word
from plangen.render.names import item_name
from plangen.render.plotly.dots import marks
from plangen.site.comparison import MAIN, Comparison
from plangen.site.edition import Edition
from plangen.values import DOT, Address, Figure
from plangen.views import Chart, Column, Inline, Line, Num, Row, Table, Words, phrase

MOST_ROWS = 12
"""A chart has no more rows than this; the table has them all."""
MOST_CELLS = 12
"""So many cells of several axes are listed; more are left to `explain` and `export`, and their sums are listed."""


def number(comparison: Comparison, address: Address, index: int, *, with_unit: bool = False) -> Num:
    """The figure of the scenario at a place of the order; not applicable where it has none."""
    figure = comparison.figure(address, comparison.scenarios[index])
    if figure is None:
        return Num(None)
    return _of(figure, comparison.unit(address), with_unit=with_unit)


def variances(edition: Edition, comparison: Comparison, address: Address, index: int) -> Line:
    """`-436.8 万元（-18.2%）`; empty where it cannot be said."""
    scenario, unit = comparison.scenarios[index], comparison.unit(address)
    apart = comparison.variance(address, scenario)
    if apart is None:
        return ()
    line: Line = (_of(apart, unit, signed=True, with_unit=True),)
    share = comparison.variance(address, scenario, share=True)
    if share is None or share.quantity.unset:
        return line
    before, after = edition.word("（", " ("), edition.word("）", ")")
    return (*line, before, _of(share, "%", digits=1, signed=True, with_unit=True), after)


def title_of(edition: Edition, comparison: Comparison, index: int) -> str:
    """What a scenario is called; the binding one says so."""
    scenario = comparison.scenarios[index]
    bound = edition.word("{title}（为准）", "{title} (binding)", title=scenario.title)
    return bound if scenario.binding else scenario.title


def _of(figure: Figure, unit: str, **more: object) -> Num:
    """A figure as a number of a page, under the scenario that it belongs to."""
    key = figure.key
    version = f"{key.year}@{key.scenario}" if key.scenario else ""
    digits = more.pop("digits", None)
    return Num(figure.quantity, unit, digits, address=key.address, version=version, **more)  # type: ignore[arg-type]


def table(edition: Edition, comparison: Comparison, kind: str, addresses: list[Address]) -> Table:
    """A row a figure; a scenario's value, and beside the others how far they are from the binding one."""
    word = edition.word
    binding = next(each.title for each in comparison.scenarios if each.binding)
    against, apart = word("比{binding}", "against {binding}", binding=binding), word("差", "apart")
    columns = [Column("name", word("项目", "Item"))]
    for scenario in comparison.scenarios:
        said = word("为准", "binding") if scenario.binding else ""
        columns.append(Column(scenario.id, scenario.title, said, numeric=True))
        if not scenario.binding:
            columns.append(Column(f"{scenario.id}-apart", apart, numeric=True, group=against, phone=False))
            columns.append(Column(f"{scenario.id}-share", apart, "%", numeric=True, group=against, phone=False))
    listed = _listed(addresses)
    rows = tuple(_rows(edition, comparison, listed))
    subtitle = word("区间和上下限不算差", "ranges and bounds have no difference")
    left = word(
        "几个轴交叉的单元格太多，这里只列它们的合计；逐格用 plangen explain 或 plangen export 查。",
        "There are too many cells of several axes to list; their sums are here, "
        "each cell is told by plangen explain and plangen export.",
    )
    notes: tuple[Line, ...] = ((Words(left, "muted"),),) if len(listed) < len(addresses) else ()
    return Table(f"{kind}-scenarios", word("逐项对比", "Side by side"), tuple(columns), rows, subtitle, notes)


def _listed(addresses: list[Address]) -> list[Address]:
    """The figures to list: all, but for cells of several axes where there are too many of them."""
    cells = [address for address in addresses if len(address.members) > 1]
    return addresses if len(cells) <= MOST_CELLS else [each for each in addresses if len(each.members) < 2]


def _rows(edition: Edition, comparison: Comparison, addresses: list[Address]) -> Iterator[Row]:
    before = None
    for address in addresses:
        if address.item != before and address.members:
            yield Row(((item_name(comparison.scope, address),),), "group")
        before = address.item
        said = measure_word(edition.language, address.measure)
        name = comparison.name(address)
        what = "" if address.measure in MAIN else edition.word(*DOT) + said
        cells: list[Line] = [(name, Words(f"{what} {comparison.scope.in_words(comparison.unit(address))}", "muted"))]
        for index, scenario in enumerate(comparison.scenarios):
            cells.append((number(comparison, address, index),))
            cells += [] if scenario.binding else _apart(comparison, address, index)
        yield Row(tuple(cells), level=1 if address.members else 0)


def _apart(comparison: Comparison, address: Address, index: int) -> list[Line]:
    scenario = comparison.scenarios[index]
    apart, share = (comparison.variance(address, scenario, share=each) for each in (False, True))
    first: Line = (_of(apart, comparison.unit(address), signed=True) if apart else Num(None),)
    known = share is not None and not share.quantity.unset
    second: Line = (_of(share, "%", digits=1, signed=True) if share and known else Num(None),)
    return [first, second]


def chart(edition: Edition, comparison: Comparison, addresses: list[Address]) -> Iterator[Chart]:
    """The amounts of money that differ, as dots on one scale: items, and the parts of the first one."""
    unit = comparison.scope.plan.head.unit
    shown = list(_charted(comparison, addresses, unit))[:MOST_ROWS]
    if len(shown) < 2:
        return
    names = [f"s{index}" for index in range(len(comparison.scenarios))]
    titles = [title_of(edition, comparison, index) for index in range(len(names))]
    strong = next(name for name, each in zip(names, comparison.scenarios, strict=True) if each.binding)
    columns = [Column("name", edition.word("项目", "Item"))]
    columns += [Column(name, title, unit, numeric=True) for name, title in zip(names, titles, strict=True)]
    rows = tuple(
        Row(((comparison.name(each),), *((number(comparison, each, index),) for index in range(len(names)))))
        for each in shown
    )
    kind = shown[0].kind
    data = Table(f"{kind}-scenarios-data", "", tuple(columns), rows)
    legend = "　".join(f"{mark[1]} {title}" for mark, title in zip(marks(names, strong), titles, strict=True))
    encode = {"label": "name", "values": ",".join(names), "strong": strong}
    told = (_sentence(edition, comparison, each) for each in shown)
    sentence = next((each for each in told if each), None) or _no_difference(edition, comparison, shown[0])
    yield Chart(
        f"{kind}-scenarios-chart", "dots", sentence, f"{legend}　{comparison.scope.in_words(unit)}", data, encode, unit
    )


def _charted(comparison: Comparison, addresses: list[Address], unit: str) -> Iterator[Address]:
    parts = (each for each in addresses if each.measure in MAIN and len(each.members) < 2)
    main = [each for each in parts if comparison.unit(each) == unit]
    axis_of = comparison.scope.dimensions.axis_of
    axes = [axis_of(each.members[0]) for each in main if each.members and each.item == main[0].item]
    for each in main:
        if not each.members or (each.item == main[0].item and axis_of(each.members[0]) == axes[0]):
            yield each


def _sentence(edition: Edition, comparison: Comparison, address: Address) -> Line:
    """`销售额：保底 -436.8 万元，挑战 +327.6 万元`; nothing where the scenarios differ in ranges and bounds only."""
    comma = edition.word("，", ", ")
    said: list[Inline] = []
    for scenario in comparison.scenarios:
        apart = comparison.variance(address, scenario)
        if apart is not None:
            number = _of(apart, comparison.unit(address), signed=True, with_unit=True)
            said += [comma, f"{scenario.title} ", number]
    return (comparison.name(address) + edition.word("：", ": "), *said[1:]) if said else ()


def _no_difference(edition: Edition, comparison: Comparison, address: Address) -> Line:
    text = edition.word("{name}：区间和上下限，不算差", "{name}: ranges and bounds, which have no difference")
    return phrase(text, name=comparison.name(address))
