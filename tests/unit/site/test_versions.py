"""The files beside the years."""

import gzip
import re
from pathlib import Path

from plangen.site.assets import asset_urls
from plangen.site.csp import hash_script, policy
from plangen.site.publishing.versions import root_pages, timeless
from plangen.site.template import template_values
from plangen.site.verifying.scan import scan_html
from unit.site.books import FakeHost, book, handbook, run


def test_titles_are_escaped_and_the_error_page_starts_at_the_site_url() -> None:
    """Titles are escaped and the error page starts at the site url."""
    pages = dict(root_pages("<b>手册", "en", 2025, "https://example.org/计划/"))
    assert b"<b>" not in pages["index.html"]
    assert b'href="/%E8%AE%A1%E5%88%92/2025/"' in pages["404.html"]
    assert b"Back to the handbook" in pages["404.html"]
    assert [name for name, data in pages.items() if b"<script" in data] == ["404.html"]
    assert b'src="/%E8%AE%A1%E5%88%92/_assets/lost-' in pages["404.html"]


def test_latest_takes_the_place_along_or_at_least_leads_there(tmp_path: Path, host: FakeHost) -> None:
    """A script of the shared files, which no other page runs; a refresh for browsers without scripts, and a link."""
    order = handbook(tmp_path)
    run(order, book())
    page = order.site / "latest/adhesives/objectives/index.html"
    facts = scan_html(page.read_text(encoding="utf-8"))
    target = "../../../2025/adhesives/objectives/"
    (script,) = (reference.url for reference in facts.references if reference.url.endswith(".js"))
    assert re.fullmatch(r"\.\./\.\./\.\./_assets/latest-[0-9a-f]{8}\.js", script)
    assert "location.hash" in (page.parent / script).read_text(encoding="utf-8")
    assert facts.scripts == ()
    html = page.read_text(encoding="utf-8")
    assert f'.js" data-target="{target}"></script>' in html
    assert f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>' in html
    assert f'<a href="{target}">' in html
    assert not any("latest" in url for url in template_values(book().pages[0], asset_urls("../_assets/"))["js"])


def test_a_sitemap_knows_no_day(tmp_path: Path) -> None:
    """A sitemap knows no day."""
    sitemap = b"<urlset>\n<url>\n<loc>http://x/</loc>\n<lastmod>2026-11-22</lastmod>\n</url></urlset>"
    (tmp_path / "sitemap.xml").write_bytes(sitemap)
    timeless(tmp_path)
    plain = (tmp_path / "sitemap.xml").read_bytes()
    packed = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert b"lastmod" not in plain
    assert b"<loc>http://x/</loc>" in plain
    assert gzip.decompress(packed) == plain
    assert packed[4:10] == b"\0\0\0\0\2\xff"


def test_the_policy_names_inline_scripts_by_their_hashes() -> None:
    """The policy names inline scripts by their hashes."""
    html = '<script>a()</script><script src="b.js"></script><script type="application/json">{}</script>'
    html += "<script type=module>b()</script><script>a()</script>"
    scripts = scan_html(html).scripts
    assert scripts == ("a()", "b()", "a()")
    value = policy(scripts)
    assert value.count("sha256-") == 2
    assert hash_script("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    assert "unsafe-eval" not in value
    assert "script-src 'self' 'sha256-" in value


def test_the_policy_lies_in_the_site(tmp_path: Path, host: FakeHost) -> None:
    """The policy lies in the site."""
    order = handbook(tmp_path)
    run(order, book(extra="<script>x()</script>"))
    assert f"'{hash_script('x()')}'" in (order.site / "csp.txt").read_text(encoding="utf-8")
