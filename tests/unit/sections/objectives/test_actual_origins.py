"""Figures behind what pages say of actuals: counted months, the distance to the line, older rows, ends of bands."""

from pathlib import Path

from unit.sections.objectives.test_actuals import REVENUE, ROWS, opened, said, saids


def test_months_are_counted(tmp_path: Path) -> None:
    """The whole and the dealer have two months in, the shop three; one is late; a part without any in has 0."""
    workspace = opened(tmp_path)
    names = ("elapsed", "elapsed/own-store", "elapsed/dealer", "late")
    assert list(saids(workspace, *names).values()) == ["2 个月", "3 个月", "2 个月", "1 个月"]
    rows = "objective,period,channel,value,as_of\nrevenue,M01,own-store,4万元,2026-01-31\n"
    assert said(opened(tmp_path / "one", rows), "revenue.elapsed/dealer") == "0 个月"


def test_the_distance_to_the_line_stands_at_the_last_month_in_a_row(tmp_path: Path) -> None:
    """18 of 20 by February; March is not in."""
    names = ("ahead@M01", "ahead@M02", "ahead@M03")
    assert list(saids(opened(tmp_path), *names).values()) == ["—", "-2 万元", "—"]


def test_an_older_row_keeps_its_number_under_its_day(tmp_path: Path) -> None:
    """A number that was replaced is kept; 待定 that was answered is neither kept nor counted as not set."""
    rows = ROWS + "revenue,M02,dealer,4.5万元,2026-03-10\nrevenue,M03,dealer,待定,2026-04-01\n"
    workspace = opened(tmp_path, rows + "revenue,M03,dealer,6万元,2026-04-03\n")
    names = ("target.actual@M02/dealer", "target.actual-2026-02-28@M02/dealer", "target.actual-2026-04-01@M03/dealer")
    assert list(saids(workspace, *names).values()) == ["4.5 万元", "5 万元", "—"]
    assert workspace.unset_count(2026) == 0


def test_bands_end_at_shares_of_the_target_to_date(tmp_path: Path) -> None:
    """80% of the 12 that the shop should have by March, and of the 12 of the dealer by February."""
    plan = REVENUE.replace("target: 120万元", "target: 120万元, bands: [80%, 100%]", 1)
    names = ("edge-1", "band-1/own-store", "band-2/own-store", "band-1/dealer")
    assert list(saids(opened(tmp_path, plan=plan), *names).values()) == ["80%", "9.6 万元", "12 万元", "9.6 万元"]
