"""Located text: files, YAML nodes with their places, narratives with their references and blocks."""

from plangen.source.amounts import Amount, find_amounts
from plangen.source.announcements import find_announcements
from plangen.source.around import lines_around
from plangen.source.cells import Cell, CsvTable
from plangen.source.csv_file import read_csv
from plangen.source.days import Days, find_days
from plangen.source.files import PICTURES, SourceFile, walk
from plangen.source.headings import find_headings
from plangen.source.history import commit_day, commit_name, folder_in_repository, keeps_modes
from plangen.source.images import Image
from plangen.source.limits import FINDINGS
from plangen.source.line_waivers import LineWaiver, find_line_waivers
from plangen.source.listing import handbook_files
from plangen.source.narrative import Fence, Narrative, scan_narrative
from plangen.source.node import Entry, Node, YamlMapping, YamlScalar, YamlSequence
from plangen.source.ordinals import Ordinal, Unnumbered, find_ordinals
from plangen.source.page import FILLED, Page
from plangen.source.pairs import appended, in_braces, removals
from plangen.source.paragraphs import Paragraph, paragraphs
from plangen.source.prose import Line, clauses, has_digit, page_of, prose_lines, running_text, without_markup
from plangen.source.references import Reference
from plangen.source.site_config import CONTENT, SEALED, content_folder, site_config
from plangen.source.source_marks import SourceMark, empty_source_marks, find_source_marks, without_source_marks
from plangen.source.splice import Draft, Splice, edited
from plangen.source.syntax import misread
from plangen.source.targets import Target, without_comments
from plangen.source.text import read_text
from plangen.source.times import period_pattern, periods_said, years_said
from plangen.source.yaml import read_yaml

__all__ = [
    "CONTENT", "FILLED", "FINDINGS", "PICTURES", "SEALED", "Amount", "Cell", "CsvTable", "Days", "Draft", "Entry",
    "Fence", "Image", "Line", "LineWaiver", "Narrative", "Node", "Ordinal", "Page", "Paragraph", "Reference",
    "SourceFile", "SourceMark", "Splice", "Target", "Unnumbered", "YamlMapping", "YamlScalar", "YamlSequence",
    "appended", "clauses", "commit_day", "commit_name", "content_folder", "edited", "empty_source_marks",
    "find_amounts", "find_announcements", "find_days", "find_headings", "find_line_waivers", "find_ordinals",
    "find_source_marks", "folder_in_repository", "handbook_files", "has_digit", "in_braces", "keeps_modes",
    "lines_around", "misread", "page_of", "paragraphs", "period_pattern", "periods_said", "prose_lines", "read_csv",
    "read_text", "read_yaml", "removals", "running_text", "scan_narrative", "site_config", "walk", "without_comments",
    "without_markup", "without_source_marks", "years_said",
]  # fmt: skip
