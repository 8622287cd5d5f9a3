"""Publish the example with the theme's own search in place of ours: what `benchmarks.search` compares with.

    python -m benchmarks.search_theirs FOLDER SITE split|plain

`split` is what plangen set before it had a search of its own (every Han character a word), `plain` the theme's settings
for Chinese. With jieba installed in the interpreter that runs this, the theme's plugin uses it.
"""

import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

import plangen
from mkdocs_plangen.plugin import PlangenPlugin
from plangen.site import asset_urls

_SPLIT = r"[\s\u200b\u3000\-/、。，？！；：（）《》“”‘’]+|(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[^\u4e00-\u9fff])"
_SEARCH: dict[str, dict[str, object]] = {
    "split": {"lang": ["en"], "pipeline": [], "separator": _SPLIT},
    "plain": {"lang": ["zh"]},
}


def main() -> None:
    """Build every year's book with the theme's search plugin."""
    root, out, kind = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    handbook = plangen.open_handbook(root)
    for year in handbook.years:
        settings = _settings(root, out / str(year), kind)
        plugin = settings.plugins["plangen"]
        assert isinstance(plugin, PlangenPlugin)
        plugin.book, plugin.assets = handbook.book(year, tuple(handbook.years)), asset_urls("../_assets/")
        plugin.searched = False
        build(settings)


def _settings(root: Path, out: Path, kind: str) -> MkDocsConfig:
    """The example's own settings with that search."""
    return load_config(
        str(root / "mkdocs.yml"),
        site_dir=str(out),
        site_url=f"http://localhost/{out.name}/",
        plugins=["plangen", {"search": _SEARCH[kind]}],
    )


if __name__ == "__main__":
    main()
