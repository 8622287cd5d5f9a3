"""Effects of campaigns that CSV files report: every campaign finds its rows without reading all of them again."""

from collections.abc import Iterator
from pathlib import Path

from handbooks import open_files
from plangen.compute import PlanScope
from plangen.model import Actual
from plangen.sections.campaigns import effects
from plangen.sections.campaigns.model import Campaigns


class Counted(list[Actual]):
    """Rows that count how often they are gone through."""

    times = 0

    def __iter__(self) -> Iterator[Actual]:
        """The rows, once more."""
        self.times += 1
        return super().__iter__()


def test_rows_are_gone_through_once(tmp_path: Path) -> None:
    """Twenty campaigns with two numbers each; one is reported, by its own row and not by another measure's."""
    lines = "".join(f"c{place}: {{name: 活动, effect: 多卖, before: 1万元, after: 2万元}}\n" for place in range(20))
    csv = "address,value,as_of\ncampaigns/c7.after,3万元,2026-01-03\ncampaigns/c7.cost,1万元,2026-01-03\n"
    found = open_files(tmp_path, {"campaigns.yml": lines, "2026/demo/actuals/c.csv": csv})
    handbook = found.handbook
    assert handbook is not None
    plan = handbook.years[2026].plans["demo"]
    scope = PlanScope(handbook, 2026, found.figures, plan=plan)
    section = scope.section("campaigns")
    assert isinstance(section, Campaigns)
    rows = plan.actuals = Counted(plan.actuals)
    reached = [str(effects.reached(each, "after", scope)) for each in section.items.values()]
    assert [address for address in reached if "actual" in address] == ["demo:campaigns/c7.after.actual"]
    assert rows.times <= 1
