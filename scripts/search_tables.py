"""Write `src/plangen/site/search/han.json`: pinyin initials, and traditional characters with their simplified ones.

Runs by hand, in an environment of its own; plangen itself reads only the file:

    python -m venv tables
    tables/bin/pip install pypinyin==0.55.0 opencc-python-reimplemented==0.1.7
    tables/bin/python scripts/search_tables.py

Readings are pypinyin's (MIT; from the Unicode Han database and the Kangxi and Hanyu dictionaries), variants OpenCC's
table `TSCharacters` (Apache-2.0).
"""

import json
from importlib import import_module
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src/plangen/site/search/han.json"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main() -> None:
    """Write the file."""
    simplified = variants()
    table = {"initials": initials(), "simplified": "".join(f"{a}{b}" for a, b in sorted(simplified.items()))}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def initials() -> dict[str, str]:
    """Letter → the characters of GB 2312 with a reading that begins with it."""
    pypinyin = import_module("pypinyin")
    found: dict[str, str] = {}
    for character in gb2312():
        readings = pypinyin.pinyin(character, style=pypinyin.Style.FIRST_LETTER, heteronym=True)[0]
        for letter in sorted({reading for reading in readings if reading in LETTERS and reading}):
            found[letter] = found.get(letter, "") + character
    return dict(sorted(found.items()))


def gb2312() -> list[str]:
    """Every character of the standard, in its order."""
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [text for pair in pairs if (text := pair.decode("gb2312", errors="ignore"))]


def variants() -> dict[str, str]:
    """Traditional character → simplified; of several the first."""
    folder = Path(str(import_module("opencc").__file__)).parent / "dictionary"
    lines = (folder / "TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    found = {one: others.split()[0] for one, others in pairs}
    return {a: b for a, b in found.items() if a != b and max(map(ord, a + b)) < 0x10000 and len(a) == len(b) == 1}


if __name__ == "__main__":
    main()
