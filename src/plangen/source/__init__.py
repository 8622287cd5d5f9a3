"""Located text: files, YAML nodes with their places, narratives with their references and blocks."""

from plangen.source.cells import Cell, CsvTable
from plangen.source.csv_file import read_csv
from plangen.source.files import SourceFile, walk
from plangen.source.history import commit_day
from plangen.source.narrative import Fence, Narrative, scan_narrative
from plangen.source.node import Entry, Node, YamlMapping, YamlScalar, YamlSequence
from plangen.source.references import Reference
from plangen.source.site_config import CONTENT, content_folder, site_config
from plangen.source.syntax import misread
from plangen.source.targets import Target
from plangen.source.text import read_text
from plangen.source.yaml import read_yaml

__all__ = [
    "CONTENT",
    "Cell",
    "CsvTable",
    "Entry",
    "Fence",
    "Narrative",
    "Node",
    "Reference",
    "SourceFile",
    "Target",
    "YamlMapping",
    "YamlScalar",
    "YamlSequence",
    "commit_day",
    "content_folder",
    "misread",
    "read_csv",
    "read_text",
    "read_yaml",
    "scan_narrative",
    "site_config",
    "walk",
]
