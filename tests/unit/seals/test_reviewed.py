"""Closing a year that was rolled over: it can be asked that all of it was reviewed."""

from pathlib import Path

import pytest

from plangen.sealing.freeze import freeze
from plangen.sealing.made import Asked
from plangen.sealing.refused import SealRefused
from unit.rollover.years import mark, rolled
from unit.seals.closed import use_host


def close(root: Path, year: int) -> list[Path]:
    """Seal a year and demand its review."""
    asked = Asked(root, year, "李文", "2028-01-15", "")
    return freeze(asked, lambda *_, **__: None, reviewed=True)


def test_a_year_with_review_debt_is_not_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal counts what is left (the target, the plan's period) and names whose it is; marked, it is closed."""
    use_host(monkeypatch)
    files = {
        "objectives.yml": "visits: {name: 拜访, target: 30家, owner: rep}\n",
        "org.yml": "roles: {rep: {name: 甲}}\n",
    }
    assert rolled(tmp_path, files).exit_code == 0
    assert close(tmp_path, 2026), "a year without a list of things to review has no debt"
    with pytest.raises(SealRefused) as caught:
        close(tmp_path, 2027)
    assert caught.value.sentence[0].startswith("2027 年还有 2 处结转的内容没有复核（—、rep）")
    assert not (tmp_path / "sealed/2027.json").exists()
    assert mark(tmp_path, "demo").exit_code == 0
    assert [path.name for path in close(tmp_path, 2027)][-2:] == ["2027.json", "2027.zip"]
