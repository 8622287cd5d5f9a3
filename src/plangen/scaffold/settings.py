"""The handbook's settings of a new year: spliced into `handbook.yml`, which keeps every other byte."""

import yaml

from plangen.model import BASE, Handbook
from plangen.source import Splice, YamlMapping, appended, edited, read_text, read_yaml


def with_year(data: bytes, file: str, handbook: Handbook, then: int, now: int) -> bytes:
    """The settings with a draft of the year `now` that calls its scenarios as `then` does.

    Where the settings name no current year, it is written down: a draft never becomes it by being the newest.
    """
    head = handbook.head.years.get(str(then))
    said: dict[str, object] = {"state": "draft"}
    if head is not None and head.title:
        said["title"] = head.title.replace(str(then), str(now))
    if head is not None and head.binding != BASE:
        said["binding"] = head.binding
    if head is not None and head.scenarios:
        said["scenarios"] = dict(head.scenarios)
    if handbook.head.current is None:
        data = _put(data, file, (), f"current: {handbook.current_year}")
    flow = yaml.safe_dump(said, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000).strip()
    if "years" in handbook.head.model_fields_set:
        return _put(data, file, ("years",), f"{now}: {flow}")
    return _put(data, file, (), f"years: {{{now}: {flow}}}")


def _put(data: bytes, file: str, path: tuple[str, ...], pair: str) -> bytes:
    """The file with one more pair at the end of a mapping in it."""
    node, _ = read_yaml(file, data)
    for step in path:
        node = inner if isinstance(inner := node and node.get(step), YamlMapping) else None
    assert node is not None, "the settings were read before"
    if not node.entries:
        return edited(data, [Splice(node.span, f"{{{pair}}}")])
    return edited(data, [appended(node, pair, read_text(file, data)[0].split("\n"))])
