"""The small program that `compute` measures: open a handbook, compute every figure, say how many there are."""

import sys
from pathlib import Path

from plangen import open_handbook


def main() -> None:
    """The command: the handbook's folder is its argument."""
    print(len(open_handbook(Path(sys.argv[1])).figures))


if __name__ == "__main__":
    main()
