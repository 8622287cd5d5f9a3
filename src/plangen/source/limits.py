"""Budgets of what is read: counts, never clocks, so that the same input always gets the same answer."""

TEXT_BYTES = 2_000_000
"""Largest YAML or Markdown file, in bytes."""

ASSET_BYTES = 20_000_000
"""Largest table (CSV) or image, in bytes."""

DEPTH = 64
"""Deepest nesting of lists and mappings in one file."""

NODES = 100_000
"""Most scalars, lists and mappings in one file."""

SCALAR_CHARACTERS = 100_000
"""Longest single text in a YAML file, in code points."""

ROWS = 20_000
"""Most rows of a CSV file, without its header."""

COLUMNS = 100
"""Most columns of a CSV file."""

CELL_CHARACTERS = 10_000
"""Longest text in one cell of a CSV file, in code points."""

NAME_BYTES = 200
"""Longest name of a file or folder, in bytes of UTF-8."""

FOLDER_DEPTH = 32
"""Deepest nesting of folders below the folder that is read."""

REFERENCE_CHARACTERS = 500
"""Longest inline reference `{{ ... }}`, in code points."""

FINDINGS = 50
"""Most findings of one file that are worth listing; reading it ends there."""
