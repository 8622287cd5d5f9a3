"""What charts draw stands in a file beside their page, which the page names."""

import json
from pathlib import Path

from plangen.site.template import template_values
from plangen.workspace import open_handbook
from sample import copy_unit


def test_a_page_names_the_file_of_its_figures(tmp_path: Path) -> None:
    """Each chart has its place in the file, with a figure for wide and one for narrow screens; others load none."""
    copy_unit(tmp_path)
    book = open_handbook(tmp_path).book(2026)
    page = next(each for each in book.pages if each.path.endswith("east-china/objectives.md"))
    address = template_values(page, {"plotly": "../_assets/p.js"})["figures"]
    data = book.media[address.removeprefix("../" * page.url.count("/"))].decode()
    figures = json.loads(data.removeprefix("plangenFigures(").rstrip().removesuffix(");"))
    html = "".join(page.slots.values())
    assert len(figures) > 3
    assert [f'data-figure="{place}"' in html for place in range(len(figures) + 1)] == [True] * len(figures) + [False]
    assert all(sorted(each) == ["data", "layout"] for wide_and_narrow in figures for each in wide_and_narrow)
    assert all(len(wide_and_narrow) == 2 for wide_and_narrow in figures)


def test_a_page_without_charts_names_nothing(tmp_path: Path) -> None:
    """Neither the file of figures nor the chart library."""
    copy_unit(tmp_path)
    page = next(each for each in open_handbook(tmp_path).book(2026).pages if each.path == "checks.md")
    values = template_values(page, {"plotly": "../_assets/p.js"})
    assert (values["figures"], values["plotly"]) == ("", "")
