"""What is not set yet, as the overview names it."""

from pathlib import Path

from handbooks import open_files
from plangen.catalogue import kinds
from plangen.site.edition import Edition
from plangen.site.overview import unset_rows
from unit.sections.reading import text

LADDER = """\
commission:
  name: 递增提成
  ladder:
    low: {at_least: 0元, rate: 待定}
    high: {at_least: 待定, rate: 待定}
bonus: {name: 新客户奖, amount: 待定}
"""


def test_a_step_without_a_name_is_called_after_its_rule(tmp_path: Path) -> None:
    """Readers know the commission, and not the ids of its steps."""
    workspace = open_files(tmp_path, {"incentives.yml": LADDER})
    edition = Edition(workspace.scope(2026), kinds(), (), workspace.excerpt)
    scope = next(iter(edition.plans.values()))
    rows = list(unset_rows(edition, scope, edition.unset(scope.plan)))
    assert [(text(names), text(count)) for names, _, count in rows] == [("递增提成、新客户奖", "4 项")]
