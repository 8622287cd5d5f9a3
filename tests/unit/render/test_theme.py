"""The theme: what is packaged, and what `main.html` does to our pages and to others."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest

from plangen.render.templates import template_dir

ASSETS = template_dir() / "assets"

BASE = """{% block site_meta %}<meta>{% endblock %}{% block styles %}[styles]{% endblock %}
{% block announce %}[announce]{% endblock %}{% block header %}[header]{% endblock %}{% block tabs %}[tabs]{% endblock %}
{% block site_nav %}[nav]{% endblock %}{% block container %}[content]{% endblock %}
{% block footer %}[footer]{% endblock %}
{% block scripts %}[scripts]{% endblock %}"""
MARKS = ["[styles]", "[announce]", "[header]", "[tabs]", "[nav]", "[content]", "[footer]", "[scripts]"]


def page(values: dict[str, Any] | None) -> str:
    """`main.html` over a skeleton of the host theme."""
    loader = jinja2.ChoiceLoader([jinja2.DictLoader({"base.html": BASE}), jinja2.FileSystemLoader(template_dir())])
    template = jinja2.Environment(loader=loader, autoescape=False).get_template("main.html")  # noqa: S701
    lang = SimpleNamespace(t=lambda _: "zh-Hans")
    return template.render(page=SimpleNamespace(meta={"plangen": values} if values else {}, content="内容"), lang=lang)


def test_foreign_pages_stay_as_they_are() -> None:
    """Foreign pages stay as they are."""
    html = page(None)
    assert all(mark in html for mark in MARKS)
    assert "noindex" not in html


def test_our_pages_get_their_own_surroundings() -> None:
    """Our pages get their own surroundings."""
    html = page({"nav": "<n>", "tabs": "<t>", "breadcrumb": "<c>", "css": ["a.css"], "js": ["b.js"], "plotly": "p.js"})
    for gone in ("[announce]", "[tabs]", "[nav]", "[content]", "[footer]", "<footer"):
        assert gone not in html
    for kept in ("[styles]", "[header]", "[scripts]", "<n>", "<t>", "<c>", "内容", 'href="a.css"', 'src="b.js"'):
        assert kept in html
    assert '<meta name="plangen-plotly" content="p.js">' in html
    assert '<meta name="robots" content="noindex">' in html


def test_no_banner_leaves_no_space_behind() -> None:
    """No banner leaves no space behind."""
    html = page({"nav": "x"})
    assert "[styles]" in html
    assert "\n\n[header]" not in html.split("[styles]")[1].split("[header]")[0]


@pytest.mark.parametrize("path", sorted(template_dir().rglob("*")), ids=lambda path: path.name)
def test_files_ask_no_other_origin_and_stay_small(path: Path) -> None:
    """Files ask no other origin and stay small."""
    if path.suffix not in {".css", ".js", ".html"}:
        return
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"(https?:)?//[a-z0-9-]+\.[a-z]", text)
    assert "@import" not in text
    assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.js")), ids=lambda path: path.name)
def test_scripts_run_under_a_strict_policy(path: Path) -> None:
    """Scripts run under a strict policy."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|innerHTML|document\.write", text)


def test_every_colour_exists_in_light_and_in_dark() -> None:
    """Every colour exists in light and in dark; paper has the light ones (tests/e2e/test_print.py)."""
    css = (template_dir() / "assets" / "plangen.css").read_text("utf-8")
    light, dark = css.split('body[data-md-color-scheme="slate"]')
    names = set(re.findall(r"(--pg-[a-z0-9-]+): #", light))
    assert names
    assert names == set(re.findall(r"(--pg-[a-z0-9-]+): #", dark))


def test_every_variable_that_figures_name_exists() -> None:
    """Every variable that figures name exists."""
    css = (template_dir() / "assets" / "plangen.css").read_text("utf-8")
    source = Path(__file__).parents[3] / "src" / "plangen" / "render" / "plotly"
    texts = [path.read_text("utf-8") for path in source.glob("*.py")]
    used = {name for text in texts for name in re.findall(r"var\((--pg-[a-z0-9-]+)\)", text)}
    assert used
    assert all(f"{name}:" in css for name in used)
