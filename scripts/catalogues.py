"""Write the catalogues of further languages below src/plangen/locale from the words in the code.

python scripts/catalogues.py               bring every catalogue up to date: new words untranslated, gone ones dropped
python scripts/catalogues.py --check       say what is out of date, untranslated, unsure or has other fields (status 1)
python scripts/catalogues.py --new ja      begin a catalogue for a language
python scripts/catalogues.py --draft       propose what is missing in traditional Chinese (needs OpenCC), marked unsure

A word is a pair, found by its shape: two texts side by side of which the first is Chinese and the second is not, in a
call, a tuple, `zh=`/`en=`, `what_zh=`/`what_en=`, `"zh":`/`"en":`, or `zh = …` followed by `en = …`.
The texts of a new handbook give their Chinese pieces.
"""

import ast
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from plangen.scaffold.pieces import PIECE
from plangen.values.language import CHINESE

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "src" / "plangen" / "locale"
SOURCES = ("src/plangen", "plugins/mkdocs_plangen")
TABLES = ("site_templates/plangen_theme/assets", "site_templates/plangen_theme")
HEAD = """\
# Words of plangen. Context: the same in English. Written by scripts/catalogues.py, translated by hand.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
HAN = re.compile(r"[\u3001-\u3011\u4e00-\u9fff\uff00-\uffef]")
UNSAID = (
    "checks/claim_words.py",
    "formula/functions.py",
    "source/amounts.py",
    "source/days.py",
    "source/references.py",
)
"""Tables that read what planners write; nobody says their words."""
EXAMPLES = ("scaffold/first/zh/*", "sections/*/example.yml")
"""The texts of a new handbook: each Chinese piece is a word without an English one."""
Word = tuple[str, str]
Words = dict[Word, list[str]]
"""The words with the files that say them."""


def is_word(zh: object, en: object) -> bool:
    """Whether two texts are a word in Chinese and in English."""
    return isinstance(zh, str) and isinstance(en, str) and bool(CHINESE.search(zh)) and not HAN.search(en)


def text_of(node: ast.AST | None) -> str | None:
    """The text of a constant."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def named_pairs(named: dict[str, ast.expr]) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The values of names that differ in the language only: `zh` and `en`, `what_zh` and `what_en`."""
    for name, zh in named.items():
        other = f"{name.removesuffix('zh')}en"
        if re.fullmatch(r"(?:\w+_)?zh", name) and other in named:
            yield zh, named[other]


def side_by_side(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Expressions of a node that stand as a word's Chinese and English may stand."""
    if isinstance(node, ast.Tuple):
        yield from zip(node.elts, node.elts[1:], strict=False)
    elif isinstance(node, ast.Call):
        yield from zip(node.args, node.args[1:], strict=False)
        yield from named_pairs({each.arg: each.value for each in node.keywords if each.arg})
    elif isinstance(node, ast.Dict):
        keys = [text_of(key) for key in node.keys]
        yield from named_pairs({key: value for key, value in zip(keys, node.values, strict=True) if key})
    elif isinstance(node, ast.FunctionDef | ast.If | ast.For | ast.With):
        given = [each for each in node.body if isinstance(each, ast.Assign)]
        yield from named_pairs(
            {each.targets[0].id: each.value for each in given if isinstance(each.targets[0], ast.Name)}
        )


def words_in(source: str) -> Iterator[Word]:
    """The words of a Python module, in the order in which they stand."""
    for node in ast.walk(ast.parse(source)):
        for first, second in side_by_side(node):
            zh, en = text_of(first), text_of(second)
            if zh is not None and en is not None and is_word(zh, en):
                yield zh, en


def found_words(root: Path = ROOT) -> Words:
    """Every word of the code."""
    words: Words = {}
    for path in sorted(path for top in SOURCES for path in (root / top).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if name.endswith(UNSAID):
            continue
        for word in words_in(path.read_text(encoding="utf-8")):
            places = words.setdefault(word, [])
            places += [name] if name not in places else []
    for path in (path for files in EXAMPLES for path in sorted((root / "src/plangen").glob(files))):
        for piece in PIECE.findall(path.read_text(encoding="utf-8")):
            places = words.setdefault((piece, ""), [])
            name = path.relative_to(root).as_posix()
            places += [name] if name not in places else []
    return words


def catalogue_of(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE / language.replace("-", "_") / "LC_MESSAGES" / "plangen.po"


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.name.replace("_", "-") for path in LOCALE.iterdir() if path.is_dir())


def read(language: str) -> Catalog:
    """What is translated so far."""
    path = catalogue_of(language)
    return read_po(BytesIO(path.read_bytes()), ignore_obsolete=True) if path.is_file() else Catalog()


def updated(language: str, words: Words) -> Catalog:
    """The catalogue with the words as they are now, each with its translation where there is one."""
    old, new = read(language), Catalog()
    for (zh, en), places in sorted(words.items(), key=lambda each: (each[1][0], each[0])):
        known = old.get(zh, context=en or None)
        said = (str(known.string), known.flags, known.user_comments) if known else ("", (), ())
        new.add(zh, said[0], [(place, 1) for place in places], said[1], user_comments=said[2], context=en or None)
    return new


def text(language: str, catalogue: Catalog) -> str:
    """A catalogue as it is written: nothing in it that changes with the day."""
    file = BytesIO()
    write_po(file, catalogue, width=120, omit_header=True, include_lineno=False)
    return HEAD.format(language=language) + file.getvalue().decode("utf-8")


def fields(template: str) -> list[str]:
    """The fields of a template, as they are written."""
    try:
        parts = Formatter().parse(template)
        return sorted({f"{name}!{cast}:{form}" for _, name, form, cast in parts if name is not None})
    except ValueError:  # a brace alone: no template
        return []


def problems(language: str, words: Words) -> Iterator[str]:
    """What is not as it should be in a catalogue."""
    path, new = catalogue_of(language), updated(language, words)
    if text(language, new) != path.read_text(encoding="utf-8"):
        yield f"{path.relative_to(ROOT)} is out of date: run scripts/catalogues.py"
    for each in new:
        if not each.id:
            continue
        if not each.string or each.fuzzy:
            yield f"{language}: {'unsure' if each.string else 'not translated'}: {each.id} | {each.context}"
        elif each.context and fields(str(each.string)) != fields(str(each.id)):
            yield f"{language}: other fields than {each.id}: {each.string}"


def draft(catalogue: Catalog) -> int:
    """Fill what is not translated with OpenCC's opinion, as unsure; returns how many."""
    convert = import_module("opencc").OpenCC("s2twp").convert
    left = [each for each in catalogue if each.id and not each.string]
    for each in left:
        each.string = convert(str(each.id)).replace("“", "「").replace("”", "」")
        each.flags.add("fuzzy")
    return len(left)


def main() -> int:
    """Write, check, begin or draft, as the arguments say."""
    words, asked = found_words(), sys.argv[1:]
    if asked[:1] == ["--check"]:
        found = [problem for language in languages() for problem in problems(language, words)]
        print("\n".join(found) or "All catalogues are complete.")
        return int(bool(found))
    for language in asked[1:] if asked[:1] == ["--new"] else languages():
        catalogue = updated(language, words)
        if asked[:1] == ["--draft"] and language == "zh-Hant":
            print(f"{language}: {draft(catalogue)} proposed; look at each, then take its `fuzzy` away")
        catalogue_of(language).parent.mkdir(parents=True, exist_ok=True)
        catalogue_of(language).write_text(text(language, catalogue), encoding="utf-8")
        print(f"{language}: {sum(bool(each.id) for each in catalogue)} words")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
