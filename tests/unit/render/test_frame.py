"""What stands around the content."""

from plangen.render.html import NavItem, render_banner, render_breadcrumb, render_nav, render_paper, render_tabs
from unit.render.page_reader import PageReader
from unit.render.samples import CONTEXT

ITEMS = (
    NavItem("粘合剂", children=(NavItem("华东区域", "../", (NavItem("目标", "./", here=True),), trail=True),)),
    NavItem("华南区域", "../../south/"),
)


def test_the_page_itself_is_marked_once() -> None:
    """The page itself is marked once."""
    page = PageReader(render_nav(ITEMS, (), "zh"))
    assert [found["href"] for found in page.all("a") if found.get("aria-current") == "page"] == ["./"]
    assert page.open == []


def test_tabs_mark_the_trail() -> None:
    """Tabs mark the trail."""
    page = PageReader(render_tabs((NavItem("首页", "../"), NavItem("粘合剂", "./", trail=True)), "zh"))
    assert [found["class"] for found in page.all("li")] == ["md-tabs__item", "md-tabs__item md-tabs__item--active"]


def test_a_navigation_without_entries_is_only_for_the_drawer() -> None:
    """A navigation without entries is only for the drawer."""
    page = PageReader(render_nav((), (NavItem("首页", "./"),), "zh", "手册"))
    assert page.all("nav", "pg-nav--bare")
    assert "手册" in page.text


def test_without_a_way_up_there_is_no_breadcrumb() -> None:
    """Without a way up there is no breadcrumb."""
    assert render_breadcrumb((), "zh") == ""
    assert "首页" in render_breadcrumb((NavItem("首页", "../"),), "zh")


def test_the_banner_has_the_colour_of_its_state() -> None:
    """The banner has the colour of its state."""
    assert "pg-banner--changed" in render_banner("draft", "2026 草案", ("评审中。",), CONTEXT)
    assert "pg-banner--sealed" in render_banner("sealed", "2024 已封存", (), CONTEXT)


def test_the_running_head_is_a_css_string() -> None:
    """The running head is a css string."""
    assert 'content:"粘合剂 目标"' in render_paper("粘合剂 目标", "")
