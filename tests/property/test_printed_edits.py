"""Random edits of random plans, printed: no format fails, and the one that is read tells each edit."""

import json
from random import Random

import pytest

from plangen.catalogue import kinds
from plangen.diff import Side, compare
from plangen.review import Comparison, report
from plangen.review.html import render_html
from plangen.review.json import render_json
from plangen.review.markdown import render_markdown
from plangen.review.remarks import remarks_of
from plangen.review.text import render_text
from property.plan_edits import edited, random_plan, workspace

TITLES = {name: kind.title("zh") for name, kind in kinds().items()}


@pytest.mark.parametrize("chunk", range(4))
def test_every_format_takes_every_edit(chunk: int) -> None:
    """Forwards and backwards; every edit has words, and none shows how Python writes a value."""
    for seed in range(25):
        random = Random(1000 * chunk + seed)
        data = random_plan(random)
        sides = [workspace(data), workspace(edited(data, random, 6).data)]
        for before, after in (sides, sides[::-1]):
            changes = compare(Side("before", before.scope(2026)), Side("after", after.scope(2026)))
            told = Comparison("zh", "before", "after", (report(changes, TITLES),))
            lines = told.reports[0].lines()
            assert len(lines) == len(changes.edits)
            for text in (render_text(told), render_markdown(told, 65_536), render_html(told)):
                assert not [word for word in ("None", "Decimal(", "Quantity(", "()", "datetime") if word in text]
            assert len(json.loads(render_json(told))["edits"]) == len(lines)
            assert all(remark.text for remark in remarks_of(told))
