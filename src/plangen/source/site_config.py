"""The site generator's `mkdocs.yml`, read without it: plain values only, nothing is constructed."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import yaml

CONTENT = "content"
"""The content folder's name beside `mkdocs.yml`, unless that names another one."""
SEALED = "sealed"
"""The folder beside the content with the manifests and archives of closed years."""


def site_config(config: Path) -> Mapping[str, object]:
    """Mappings, lists and scalar texts of a configuration; empty where it cannot be read. Tags are not looked at."""
    try:
        return parsed_config(config.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def parsed_config(text: str) -> dict[str, object]:
    """The same from the configuration's text."""
    try:
        values = _plain(yaml.compose(text, Loader=yaml.CSafeLoader))
    except (ValueError, RecursionError, yaml.YAMLError):
        return {}
    return values if isinstance(values, dict) else {}


def _plain(node: yaml.Node | None) -> object:
    if isinstance(node, yaml.MappingNode):
        return {str(_plain(key)): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value if isinstance(node, yaml.ScalarNode) else None


def content_folder(root: Path) -> str:
    """The content folder below `root`: the setting `content` of the plugin `plangen`, else `content`.

    Only a folder inside `root` is taken.
    """
    return named_content(site_config(root / "mkdocs.yml"))


def named_content(config: Mapping[str, object]) -> str:
    """The content folder that a configuration names."""
    for settings in _settings(config.get("plugins")):
        named = settings.get("content") if isinstance(settings, dict) else None
        path = PurePosixPath(named) if isinstance(named, str) and named else PurePosixPath("/")
        if not path.is_absolute() and ".." not in path.parts and path.parts:
            return path.as_posix()
    return CONTENT


def _settings(plugins: object) -> Iterator[object]:
    """What the list of plugins, in either of its forms, sets for `plangen`."""
    for each in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(each, dict) and "plangen" in each:
            yield each["plangen"]
