"""The bridge from last year's total to this year's: what each part adds."""

from pathlib import Path

from unit.sections.objectives.plans import last_year, plans

NOW = "revenue: {name: 销售额, target: 130万元, channel: {own-store: 50万元, dealer: 80万元}}\n"
THEN = "revenue: {name: 销售额, target: 100万元, channel: {own-store: 60万元, dealer: 40万元}}\n"
BRIDGE = "revenue-channel-bridge"


def test_each_part_says_what_it_adds(tmp_path: Path) -> None:
    """−10 and +40 make +30, from 100 to 130."""
    found = plans(tmp_path, NOW, last_year(THEN))
    assert found.codes == []
    names = ("increase/own-store", "increase/dealer", "increase", "base")
    assert found.says(*(f"objectives/revenue.{name}" for name in names)) == [
        "-10 万元",
        "40 万元",
        "30 万元",
        "100 万元",
    ]
    assert BRIDGE in found.page()
    assert "比上年 +30 万元，经销商 +40 最多" in found.page()
    assert "按渠道看从哪里来" in found.page()


def test_a_new_member_adds_all_of_its_target(tmp_path: Path) -> None:
    """60 and 40 last year; a third member with 30."""
    then = (
        THEN.replace("dealer: 40万元", "dealer: 40万元").replace("own-store: 60万元, ", "").replace("100万元", "40万元")
    )
    found = plans(tmp_path, NOW, last_year(then))
    assert found.says("objectives/revenue.increase/own-store", "objectives/revenue.increase") == ["50 万元", "90 万元"]


def test_no_bridge_where_something_is_missing(tmp_path: Path) -> None:
    """No year before, no such axis, a member that is gone, a part that is not set, parts that miss the total."""
    for number, then in enumerate(
        (
            {},
            last_year("revenue: {name: 销售额, target: 100万元}\n"),
            last_year(THEN.replace("own-store", "end-user")),
            last_year(THEN.replace("60万元", "待定")),
        )
    ):
        assert BRIDGE not in plans(tmp_path / str(number), NOW, then).page()


def test_the_first_year_of_an_axis_has_no_increase(tmp_path: Path) -> None:
    """Nothing to compare: no figure, rather than one from zero."""
    found = plans(tmp_path, NOW, last_year("revenue: {name: 销售额, target: 100万元}\n"))
    assert found.says("objectives/revenue.increase", "objectives/revenue.increase/dealer") == ["—", "—"]
