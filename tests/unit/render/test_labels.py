"""Where labels may break: not between a number and what it counts, not within a date."""

import pytest

from plangen.render.html import render_line
from plangen.render.html.place import Place
from plangen.views import Line, Tally, Words
from unit.render.samples import CONTEXT


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (("落点 3 个月后",), "3&nbsp;个月后"),
        ((Tally(4, "roles"), " 个岗位"), "4</span>&nbsp;个岗位"),
        ((Tally(1, "roles"), Words(" 个岗位待定", "unset")), '1</span><span class="pg-unset">&nbsp;个岗位待定'),
    ],
)
def test_a_number_stays_with_what_it_counts(line: Line, kept: str) -> None:
    """Within a text and across its parts; elsewhere a space stays a space."""
    assert kept in Place(CONTEXT).label(line)
    assert "&nbsp;" not in Place(CONTEXT).label(("SPIN 提问法", "a 1 b"))


def test_a_date_is_never_cut() -> None:
    """A browser breaks a line behind the hyphens of a date; an id that looks like one is no date."""
    assert render_line("期限 2026-07-10 前", CONTEXT) == '期限 <span class="pg-date">2026-07-10</span> 前'
    assert render_line("中秋 9-25 起", CONTEXT) == '中秋 <span class="pg-date">9-25</span> 起'
    assert render_line("下一个期限 1 月 31 日", CONTEXT) == '下一个期限 <span class="pg-date">1 月 31 日</span>'
    assert "pg-date" not in render_line("S-2026-07-10-3", CONTEXT)
