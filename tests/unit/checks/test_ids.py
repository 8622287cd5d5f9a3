"""What an id may be is told where one is refused."""

import re
from pathlib import Path

import pytest

from handbooks import open_files
from plangen.findings import way_out
from plangen.model import RESERVED_PLANS


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_name_that_no_plan_can_have_is_told(tmp_path: Path, language: str) -> None:
    """All of them, so that nobody tries one after the other."""
    (found,) = (
        each for each in open_files(tmp_path, {"2026/terms/plan.yml": "name: 词\n"}).findings if each.code == "PG217"
    )
    assert set(re.findall(r"[a-z]+", way_out(found, language))) >= RESERVED_PLANS
