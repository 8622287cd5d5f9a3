"""Write every block of the theme as one page, light and dark, rendered by the partials that pages are rendered by.

python scripts/style_guide.py FOLDER    write FOLDER/index.html, dark.html, changes.html and what they load
"""

import shutil
import sys
from html import escape
from importlib.util import find_spec
from pathlib import Path

from style_samples import DRAWING, DRAWN, Sample, declare_findings, excerpt, findings, samples

from plangen.findings import CODES
from plangen.render.html import (
    HtmlContext,
    NavItem,
    PreviewBar,
    render_banner,
    render_block,
    render_breadcrumb,
    render_document,
    render_nav,
    render_preview_bar,
    render_tabs,
)
from plangen.render.html.whole import render_contents, render_cover
from plangen.review.html import render_html
from plangen.review.report import Comparison
from plangen.site.assets import asset_bytes, asset_files
from plangen.views import Document, Group, Link

LANGUAGE = "zh-Hans"
SCHEMES = {"index.html": "default", "dark.html": "slate"}


class Everywhere:
    """Links that all lead back to the guide; files lie beside it."""

    def href(self, link: Link) -> str:
        """The page itself, or the file."""
        return link.page if "." in link.page.rpartition("/")[2] else "#"


CONTEXT = HtmlContext(LANGUAGE, Everywhere(), excerpt, manual=lambda _: "#")


def write(folder: Path) -> None:
    """The pages and everything that they load."""
    folder.mkdir(parents=True, exist_ok=True)
    if not CODES.keys() & {"GUIDE1"}:
        declare_findings()
    for name, sources in asset_files().values():
        (folder / name).write_bytes(asset_bytes(sources))
    for path in _theme():
        shutil.copyfile(path, folder / path.name)
    (folder / DRAWING).write_text(DRAWN, encoding="utf-8")
    for page, scheme in SCHEMES.items():
        (folder / page).write_text(_page(scheme), encoding="utf-8")
    (folder / "changes.html").write_text(render_html(Comparison("zh", "2025", "2026", (), ("2027",))), encoding="utf-8")


def _theme() -> list[Path]:
    """The styles of Material for MkDocs, which ours stand on."""
    spec = find_spec("material")
    places = spec.submodule_search_locations if spec else None
    return sorted(path for each in places or () for path in Path(each).glob("templates/assets/stylesheets/*.min.css"))


def _page(scheme: str) -> str:
    styles = [path.name for path in _theme()] + [name for name, _ in asset_files().values() if name.endswith(".css")]
    scripts = [name for key, (name, _) in asset_files().items() if name.endswith(".js") and key != "plotly"]
    plotly, _ = asset_files()["plotly"]
    loads = "\n".join(f'<link rel="stylesheet" href="{name}">' for name in styles)
    runs = "\n".join(f'<script src="{name}"></script>' for name in scripts if not name.startswith("latest"))
    return f"""<!doctype html>
<html lang="{LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="plangen-plotly" content="{plotly}">
<title>plangen: style guide</title>
{loads}
</head>
<body dir="ltr" data-md-color-scheme="{scheme}" data-md-color-primary="custom" data-md-color-accent="custom">
{_around()}
<div class="md-container"><div class="md-grid"><article class="md-content__inner md-typeset pg">
{render_breadcrumb((NavItem("首页", "#"), NavItem("样式", "#")), LANGUAGE)}
{render_document(_head(), CONTEXT)}
{"".join(_shown(sample) for sample in samples())}
{_document()}
{_preview()}
</article></div></div>
{runs}
</body>
</html>
"""


def _head() -> Document:
    return Document(
        "状态与色彩", (), ("样式参考",), ("同一种意思在卡片、表格和图里用同一个写法：先有文字或符号，再有颜色。",)
    )


def _preview() -> str:
    """What the preview says while the content has errors."""
    counts = (("bad", "✕", "1 个错误"), ("unset", "!", "1 个警告"), ("sealed", "⊘", "1 项豁免"))
    said = "页面是最后一次能算通的结果（14:02:17），改好文件后自动刷新。"
    bar = PreviewBar(counts, said, "预览·未发布", ((findings().findings[0], "由它引起的还有 3 处"),))
    title = "<h2>The bar of the preview</h2><p>How much is wrong, how old the pages are, where to mend what.</p>"
    return title + render_preview_bar(bar, CONTEXT)


def _document() -> str:
    """What a whole plan as one document begins with."""
    facts = (("版本", "2026 草案"), ("截至", "2026-01-05"))
    cover = render_cover("华东区域市场开发计划", ("粘合剂",), "三条渠道，七个月。", facts)
    entries = ((1, "1", "目标", "small"), (2, "1.1", "按渠道", "small"), (1, "2", "组织", "small"))
    title = "<h2>A plan as one document</h2><p>Cover and contents; printing fills in the numbers of pages.</p>"
    return f"{title}{cover.replace('h1', 'h3').replace('pg-content', 'cover')}{render_contents('目录', entries)}"


def _around() -> str:
    """What stands around pages: the banners of a year's states, tabs and navigation."""
    banners = (
        render_banner("draft", "2026 草案", ("评审中，数字可能变动；现行的是 ", Link("2025 版"), "。"), CONTEXT),
        render_banner("current", "2025 现行", ("6 月 1 日起执行。",), CONTEXT),
        render_banner("sealed", "2024 已封存", ("由营销总监封存，订正一处。",), CONTEXT),
    )
    items = (NavItem("粘合剂", "#", (NavItem("目标", "#", here=True), NavItem("组织", "#")), trail=True),)
    tabs = render_tabs((NavItem("首页", "#"), NavItem("粘合剂", "#", here=True)), LANGUAGE)
    inner = "".join(f'<div class="md-banner__inner md-grid">{banner}</div>' for banner in banners)
    side = f'<div class="md-content__inner">{render_nav(items, (), LANGUAGE)}</div>'
    return f'<aside class="md-banner">{inner}</aside>{tabs}<div class="md-grid">{side}</div>'


def _shown(sample: Sample) -> str:
    title = f"<h2>{escape(sample.title)}</h2><p>{escape(sample.rule)}</p>"
    return f"{title}\n{render_block(Group(sample.blocks), CONTEXT)}\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(Path(sys.argv[1]))
    print(f"{sys.argv[1]}/index.html is written")
