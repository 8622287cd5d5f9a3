"""Charts as data: every text and every drawn number with the name of its figure."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from independent.arithmetic import Number
from independent.export import Name, Row
from independent.shown import named, shows

SCALES = (1, 10_000, 100_000_000, Fraction(1, 100))
"""What one of a chart's unit may be in base units: 元, 万元, 亿元, %."""


@dataclass(frozen=True)
class Problem:
    """A number of a chart that has no origin, or disagrees with it."""

    where: str
    text: object
    figure: str


def problems(data: str, year: int, figures: Mapping[Name, Row]) -> Iterator[Problem]:
    """What is wrong with a chart's numbers; texts of its axes are left to who sees the page."""
    chart = json.loads(data)
    dated = chart["layout"].get("xaxis", {}).get("type") == "date"
    for trace in chart["data"]:
        if trace.get("hoverinfo") == "skip":  # a connecting line, which shows no number
            continue
        yield from _texts(trace, year, figures)
        for axis, names in () if dated else _axes(trace, chart["layout"]):
            yield from _drawn(trace, axis, names, year, figures)
    labels = {label for trace in chart["data"] for label in trace.get("hovertext", ())}
    for note in chart["layout"].get("annotations", []):
        text = re.sub("<[^>]*>", "", note["text"])
        if text in labels and not note.get("name"):  # what the marks are called
            continue
        bare = re.sub(r"\d{1,2}-\d{2}(?: 至 \d{1,2}-\d{2})?", "", text) if dated else text
        yield from _said("note", bare, note.get("name", ""), year, figures)


def _texts(trace: dict[str, Any], year: int, figures: Mapping[Name, Row]) -> Iterator[Problem]:
    texts, names = trace.get("text") or trace["customdata"], trace.get("meta", [])
    if len(texts) != len(names):
        yield Problem("meta", texts, str(names))
        return
    for label, text in zip(trace.get("labels", []), texts, strict=False):
        behind = re.search("<b>(.*)</b>$", label)  # a rectangle's number beside its name
        if behind and behind[1] != text:
            yield Problem("label", label, text)
    for text, name in zip(texts, names, strict=True):
        bare = re.sub(r"\d{1,2}-\d{2}(?: 至 \d{1,2}-\d{2})?　", "", text)
        yield from _said("hover", bare, name, year, figures)


def _said(where: str, text: str, name: str, year: int, figures: Mapping[Name, Row]) -> Iterator[Problem]:
    if not re.search(r"\d", text):
        return
    number = named(name, year, figures) if name else None
    if number is None or not shows(text, number):
        yield Problem(where, text, name)


def _axes(trace: dict[str, Any], layout: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Where a trace's numbers are, and the names of their figures: on the axis that is no list of rows, or on both."""
    if trace["type"] == "treemap":
        yield "values", trace["meta"]
    elif "ids" in trace:
        yield from (("x", trace["ids"]), ("y", trace["meta"]))
    else:
        yield "y" if layout["xaxis"]["type"] == "category" else "x", trace["meta"]


def _drawn(
    trace: dict[str, Any], axis: str, names: list[str], year: int, figures: Mapping[Name, Row]
) -> Iterator[Problem]:
    """Each length, height or size is the figure's low end, or for a hatched part what lies between its ends.

    A mark in a field stands in the middle of a range.
    """
    hatched, amid = "pattern" in trace.get("marker", {}), "ids" in trace
    for value, name in zip(trace[axis], names, strict=True):
        number = named(name, year, figures) if name else None
        if value is not None and value and (number is None or not _is_drawn(value, number, hatched=hatched, amid=amid)):
            yield Problem(axis, value, name)


def _is_drawn(value: float, number: Number, *, hatched: bool, amid: bool) -> bool:
    low, high = number.low, number.high
    known = [end for end in (low, high) if end is not None]
    if amid and known:
        known = [sum(known, Fraction(0)) / len(known)]
    lengths = {*known[:1], *((high - low,) if hatched and low is not None and high is not None else known[:1])}
    return any(
        abs(float(length / scale) - value) <= 1e-6 * max(1.0, abs(value)) for length in lengths for scale in SCALES
    )
