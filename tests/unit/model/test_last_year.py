"""The same figure last year has one address, under the ids that its plan and its item had then."""

import pytest

from handbooks import codes, open_files
from plangen.values import Address, Key, write_quantity
from plangen.workspace import Workspace

HEAD = "name: 东区\n"
FILES = {
    "2025/demo/plan.yml": "name: 试验计划\n",
    "2025/demo/objectives.yml": """\
        turnover: {name: 营业额, target: 100万元, channel: {dealer: 60万元, own-store: 40万元}}
        """,
    "2025/demo/eastern/plan.yml": HEAD,
    "2025/demo/eastern/objectives.yml": "stores: {name: 门店, target: 20家}\n",
    "2025/demo/eastern/phases.yml": """\
        start: {name: 一期, start: 2025-01-01, end: 2025-06-30, goals: {a: {name: 客户, target: 3家}}}
        """,
    "objectives.yml": """\
        revenue: {name: 销售额, was: turnover, growth: 20%, channel: {dealer: {growth: 50%}, own-store: 30万元}}
        """,
    "2026/demo/east/plan.yml": HEAD + "was: eastern\n",
    "2026/demo/east/objectives.yml": "shops: {name: 门店, was: stores, target: = previous × 2}\n",
    "2026/demo/east/phases.yml": """\
        first:
          name: 一期
          was: start
          start: 2026-01-01
          end: 2026-06-30
          goals: {b: {name: 客户, was: a, target: 4家}}
        """,
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """An objective, a plan, a phase and a goal of it that had other ids last year."""
    return open_files(tmp_path_factory.mktemp("renamed"), FILES)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("demo:objectives/revenue.target", "demo:objectives/turnover.target"),
        ("demo:objectives/revenue.target@M03/dealer", "demo:objectives/turnover.target@M03/dealer"),
        ("demo/east:objectives/shops.target.stated", "demo/eastern:objectives/stores.target.stated"),
        ("demo/east:phases/first/b.target", "demo/eastern:phases/start/a.target"),
        ("demo/east:phases/other.target", "demo/eastern:phases/other.target"),
        ("elsewhere/deep:objectives/revenue.target", "elsewhere/deep:objectives/revenue.target"),
    ],
)
def test_old_ids_stand_in_the_address_of_last_year(workspace: Workspace, now: str, then: str) -> None:
    """Measure, facet, period and members stay; what nobody knows has no other id."""
    assert workspace.scope(2026).last_year(Address.parse(now)) == Key(2025, Address.parse(then))


def test_figures_follow_from_what_had_another_id(workspace: Workspace) -> None:
    """100 and 20% more, 60 and half more, and twice the 20 shops of a plan that was renamed too; nothing is told."""
    addresses = (
        "demo:objectives/revenue.target",
        "demo:objectives/revenue.target/dealer",
        "demo/east:objectives/shops.target",
    )
    found = [workspace.scope(2026).quantity(Address.parse(address)) for address in addresses]
    assert [write_quantity(each) for each in found if each is not None] == ["120 万元", "90 万元", "40 家"]
    assert codes(workspace) == []


def test_derivations_tell_last_year(workspace: Workspace) -> None:
    """The panel and the terminal name the figure of the plan that had another id."""
    key = Key(2026, Address.parse("demo/east:objectives/shops.target"))
    figure = workspace.figures[key]
    assert workspace.origins.before(key) == Key(2025, Address.parse("demo/eastern:objectives/stores.target"))
    assert workspace.origins.last_year(figure) == "20 家 (+100.0%)"
