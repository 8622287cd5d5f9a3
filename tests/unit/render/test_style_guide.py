"""The style guide shows every block: what the theme has is seen there, in both palettes."""

from pathlib import Path

import pytest
import style_guide
from jinja2 import Template

from plangen.findings import CODES
from plangen.render.html import partial
from plangen.render.templates import template_dir


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, set[str]]:
    """The guide in a folder, and the templates that were asked for while it was written."""
    asked: set[str] = set()
    environment = partial._environment()
    plain = environment.get_template

    def get_template(name: str) -> Template:
        asked.add(name)
        return plain(name)

    monkeypatch.setattr(environment, "get_template", get_template)
    known = dict(CODES)
    style_guide.write(tmp_path)
    CODES.clear()
    CODES.update(known)
    return tmp_path, asked


def test_every_partial_is_shown(guide: tuple[Path, set[str]]) -> None:
    """A block that nobody has put into the guide is found here."""
    there = {path.name for path in (template_dir() / "blocks").glob("*.html")}
    assert there - guide[1] == set()


def test_the_pages_load_what_lies_beside_them(guide: tuple[Path, set[str]]) -> None:
    """Styles and scripts stand in the folder; nothing comes from elsewhere."""
    folder, _ = guide
    for page, scheme in style_guide.SCHEMES.items():
        html = (folder / page).read_text(encoding="utf-8")
        assert f'data-md-color-scheme="{scheme}"' in html
        assert "://" not in html.replace("http://www.w3.org", "")
        for part in html.split('"'):
            if part.endswith((".css", ".js")):
                assert (folder / part).is_file(), part
