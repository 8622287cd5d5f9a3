"""Random trees and cubes of figures: rules for the engine, and what they must give by fractions."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from random import Random

from independent.arithmetic import half_up, remainders
from plangen.compute import Figures, Rule, compute
from plangen.values import YUAN, Address, Figure, Key, Quantity, Span

STEPS = (Decimal("0.01"), Decimal(1), Decimal(10), Decimal(1000))
SHARE_STEP = Fraction(1, 10_000)
LINE = Span.whole("tree.yml")


def key(*item: str, measure: str = "target", facet: str = "") -> Key:
    """The key of a node: its path of names is its item."""
    return Key(2026, Address("demo", "objectives", item, measure, facet))


@dataclass
class Tree:
    """A tree of figures: typed leaves or a typed root, the rules between, and the ends expected of each key."""

    random: Random
    typed: list[Figure] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    expected: dict[Key, tuple[Fraction, Fraction]] = field(default_factory=dict)

    def figures(self) -> Figures:
        """What the engine makes of it."""
        figures, findings = compute(self.typed, self.rules)
        assert findings == []
        return figures

    def amount(self) -> Decimal:
        """Zero, small, large, with and without cents."""
        digits = self.random.choice((0, 1, 4, 7, 11))
        return Decimal(self.random.randrange(10**digits)).scaleb(-self.random.choice((0, 0, 2)))

    def type(self, name: Key, low: Decimal, high: Decimal) -> None:
        """A leaf, or a root, that somebody typed."""
        self.typed.append(Figure(name, Quantity(low, high, YUAN), "typed", (), LINE))
        self.expected[name] = Fraction(low), Fraction(high)

    def share(self, part: Key, whole: Key) -> None:
        """A part of its own whole: tight, because the whole grows with the part."""
        name = part._replace(address=Address("demo", "objectives", part.address.item, "share"))
        (low, high), (first, last) = self.expected[part], self.expected[whole]
        if first <= 0:
            return
        self.rules.append(Rule(name, "portion", (part, whole), LINE))
        others = last - high, first - low
        ends = [
            half_up(end / (end + rest), SHARE_STEP) if end + rest else Fraction(1)
            for end, rest in ((low, others[0]), (high, others[1]))
        ]
        self.expected[name] = min(ends), max(ends)


def summed(random: Random) -> Tree:
    """Bottom up: leaves with ranges, sums of sums, the share of each part in its sum."""
    tree = Tree(random)
    _sum(tree, ("all",), random.randint(1, 3))
    return tree


def _sum(tree: Tree, item: tuple[str, ...], depth: int) -> Key:
    name = key(*item)
    if depth == 0 or (tree.random.random() < 0.4 and len(item) > 1):
        low = tree.amount()
        tree.type(name, low, low + (tree.amount() if tree.random.random() < 0.3 else 0))
        return name
    parts = [_sum(tree, (*item, f"p{index}"), depth - 1) for index in range(tree.random.randint(1, 3))]
    tree.rules.append(Rule(name, "sum", tuple(parts), LINE))
    lows, highs = zip(*(tree.expected[part] for part in parts), strict=True)
    tree.expected[name] = sum(lows, Fraction(0)), sum(highs, Fraction(0))
    for part in parts:
        tree.share(part, name)
    return name


def allocated(random: Random) -> Tree:
    """Top down: a total split by weights in steps, and its parts split again."""
    tree = Tree(random)
    low = tree.amount()
    tree.type(key("all"), low, low + (tree.amount() if random.random() < 0.3 else 0))
    _allocate(tree, ("all",), random.randint(1, 3))
    return tree


def _allocate(tree: Tree, item: tuple[str, ...], depth: int) -> None:
    if depth == 0:
        return
    weights = [Decimal(tree.random.choice((1, 1, 2, 3, 5, 7, 20))) for _ in range(tree.random.randint(1, 5))]
    step, whole = tree.random.choice(STEPS), key(*item)
    low, high = tree.expected[whole]
    shares = [Fraction(weight) for weight in weights]
    lows, widths = (remainders(end, shares, Fraction(step)) for end in (low, high - low))
    for index, (first, more) in enumerate(zip(lows, widths, strict=True)):
        name = key(*item, f"p{index}")
        settings = {"index": index, "weights": tuple(weights), "step": step}
        tree.rules.append(Rule(name, "allocation", (whole,), LINE, settings))
        tree.expected[name] = first, first + more
        if tree.random.random() < 0.5:
            _allocate(tree, (*item, f"p{index}"), depth - 1)


def points(random: Random, tree: Tree) -> Tree:
    """The same tree with one number out of each typed range."""
    point = Tree(random, rules=tree.rules)
    for figure in tree.typed:
        low, high = figure.quantity.low, figure.quantity.high
        assert low is not None
        assert high is not None
        chosen = low + (high - low) * Decimal(random.randrange(5)) / 4
        point.type(figure.key, chosen, chosen)
    return point
