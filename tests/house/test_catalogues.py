"""Every word can be said in every language: pairs that can be found, complete catalogues, one place that chooses."""

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from house.source_tree import ROOT, SOURCES, write
from plangen.values.language import CHINESE

ASSETS = ROOT / "site_templates/plangen_theme/assets"
DOTTED = (
    "src/plangen/values/language.py",
    "src/plangen/render/schema_words.py",
    "src/plangen/review/markdown.py",
    "src/plangen/site/search/entry.py",
)
"""Who says what the dot is, says a thing in two languages at once, puts a count behind a title, and keeps the parts of
a result apart for the search."""
HOME = "src/plangen/values/language.py"
"""The one module that tells languages apart by their tags."""
CHOICE = re.compile(r"""language\s*[!=]=\s*['"]|startswith\(\s*['"](?:zh|en)['"-]""")
TABLE = re.compile(r"var WORDS = \{(.*?)\n? *\};", re.DOTALL)
LANGUAGE = re.compile(r'"?(zh-Hant|zh|en)"?: \{(.*?)\}(?=,\s*"?(?:zh|en)|\s*$)', re.DOTALL)
RARE = "万与个么从儿叶号复"
"""Simplified letters that are old or rare ones of traditional Chinese."""
KEY = re.compile(r'(?:^|,)\s*(\w+): "')


def script() -> ModuleType:
    """The script that finds words and writes catalogues."""
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "scripts/catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


CATALOGUES = script()


def has_chinese(node: ast.AST) -> bool:
    """Whether any text in an expression is Chinese."""
    texts = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str))
    return any(CHINESE.search(text) for text in texts)


def pieced(root: Path) -> Iterator[str]:
    """Words that are cut together in the code, so that no catalogue can have them."""
    for path in sorted(path for top in SOURCES for path in (root / top).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for zh, en in CATALOGUES.side_by_side(node):
                made = isinstance(zh, ast.JoinedStr) or (isinstance(en, ast.JoinedStr) and has_chinese(zh))
                texts = all(isinstance(each, ast.JoinedStr | ast.Constant) for each in (zh, en))
                if made and texts and has_chinese(zh) and not has_chinese(en):
                    yield f"{path.relative_to(root).as_posix()}:{zh.lineno}"


def chinese_english(root: Path) -> Iterator[str]:
    """Words whose English says something Chinese: readers of English cannot read it, and no catalogue has the word."""
    for path in sorted(path for top in SOURCES for path in (root / top).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for zh, en in (map(CATALOGUES.text_of, pair) for pair in CATALOGUES.side_by_side(node)):
                if zh and en and CHINESE.search(zh) and CATALOGUES.HAN.search(en) and re.search(r"[a-z]{2} ", en):
                    yield f"{path.relative_to(root).as_posix()}: {en}"


def dots(root: Path) -> Iterator[str]:
    """Names that are joined by a dot as only one language joins them."""
    for path in sorted(path for top in SOURCES for path in (root / top).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if name not in DOTTED and isinstance(node, ast.Constant) and re.fullmatch(r" ?· | ·", str(node.value)):
                yield f"{name}:{node.lineno}"


def choosers(root: Path) -> Iterator[str]:
    """Lines that tell languages apart by themselves."""
    for path in sorted(path for top in SOURCES for path in (root / top).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if name != HOME and CHOICE.search(line):
                yield f"{name}:{number} {line.strip()}"


def half_told(folder: Path) -> Iterator[str]:
    """Scripts whose words are not there in all three languages, or are simplified where they should not be."""
    for path in sorted(folder.glob("*.js")):
        for table in TABLE.findall(path.read_text(encoding="utf-8")):
            keys = {language: KEY.findall(words) for language, words in LANGUAGE.findall(table)}
            if set(keys) != {"zh", "zh-Hant", "en"} or len({tuple(each) for each in keys.values()}) > 1:
                yield f"{path.name}: {keys}"
            traditional = dict(LANGUAGE.findall(table)).get("zh-Hant", "")
            yield from (f"{path.name}: {letter}" for letter in simplified(traditional))


def simplified(text: str) -> list[str]:
    """Han characters that only simplified Chinese has: the old code of traditional Chinese lacks most of them."""
    lacking = (letter for letter in text if "\u4e00" <= letter <= "\u9fff" and not letter.encode("big5", "ignore"))
    return [*lacking, *(letter for letter in text if letter in RARE)]


def test_every_catalogue_is_complete() -> None:
    """Nothing is missing, unsure, gone, or has other fields; run scripts/catalogues.py and translate what is new."""
    words = CATALOGUES.found_words()
    assert [each for language in CATALOGUES.languages() for each in CATALOGUES.problems(language, words)] == []


def test_traditional_chinese_is_traditional() -> None:
    """Every letter of the catalogue."""
    said = {str(each.string) for each in CATALOGUES.read("zh-Hant") if each.id}
    assert {text for text in said if simplified(text)} == set()


def test_no_word_is_cut_together() -> None:
    """The real tree: templates with named fields instead."""
    assert list(pieced(ROOT)) == []


def test_english_is_english() -> None:
    """The real tree: what an English reader is to type is shown as it is typed in English."""
    assert list(chinese_english(ROOT)) == []


def test_names_are_joined_by_one_function() -> None:
    """The real tree: `dotted`, because Chinese has no blanks around the dot and English has."""
    assert list(dots(ROOT)) == []


def test_languages_are_told_apart_in_one_place() -> None:
    """The real tree."""
    assert list(choosers(ROOT)) == []


def test_scripts_speak_every_language() -> None:
    """The tables in the theme's scripts."""
    assert list(half_told(ASSETS)) == []


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ('word("培训", "Training")', ("培训", "Training")),
        ('TITLE = {"zh": "培训", "en": "Training"}', ("培训", "Training")),
        ('FIELDS = {"goal": ("目的", "goal")}', ("目的", "goal")),
        ('declare(zh="找不到", en="not found")', ("找不到", "not found")),
        ('args = {"what_zh": "太长", "what_en": "too long"}', ("太长", "too long")),
        ('def f():\n    zh = "太长"\n    en = "too long"', ("太长", "too long")),
        ('word("“{name}”", "“{name}”", name=name)', ("“{name}”", "“{name}”")),
    ],
)
def test_a_word_is_found(source: str, word: tuple[str, str]) -> None:
    """Each shape that words have in the code."""
    assert list(CATALOGUES.words_in(source)) == [word]


@pytest.mark.parametrize("line", ['fix(fix_zh="写 待定", fix_en="write 待定")', 'word("如 4人", "such as 4人")'])
def test_chinese_in_english_is_seen(tmp_path: Path, line: str) -> None:
    """A value as it is typed, and a unit."""
    assert len(list(chinese_english(write(tmp_path, {"src/plangen/a.py": line})))) == 1


@pytest.mark.parametrize("line", ['" · ".join(names)', 'f"{plan} · {name}"', 'parts = [f" · {name}"]'])
def test_a_dot_elsewhere_is_seen(tmp_path: Path, line: str) -> None:
    """A join and both shapes of an f-string."""
    assert list(dots(write(tmp_path, {"src/plangen/a.py": line}))) == ["src/plangen/a.py:1"]


@pytest.mark.parametrize("line", ['word(f"{n} 项", f"{n} items")', 'pair = (f"{n} 项", "items")'])
def test_a_cut_word_is_seen(tmp_path: Path, line: str) -> None:
    """In a call and in a tuple."""
    assert list(pieced(write(tmp_path, {"src/plangen/a.py": line}))) == ["src/plangen/a.py:1"]


@pytest.mark.parametrize(
    "line", ['if language == "en":', 'if tag.startswith("zh"):', 'if scope.language != "zh-Hans":']
)
def test_a_choice_elsewhere_is_seen(tmp_path: Path, line: str) -> None:
    """Each way to tell a language."""
    assert len(list(choosers(write(tmp_path, {"src/plangen/a.py": line})))) == 1


@pytest.mark.parametrize(
    "words",
    [
        'zh: { a: "复" }, en: { a: "c" }',
        'zh: { a: "复" }, "zh-Hant": { b: "複" }, en: { a: "c" }',
        'zh: { a: "复" }, "zh-Hant": { a: "复" }, en: { a: "c" }',
    ],
)
def test_a_half_told_script_is_seen(tmp_path: Path, words: str) -> None:
    """A language that is missing, other words, and a word left simplified."""
    assert list(half_told(write(tmp_path, {"a.js": f"  var WORDS = {{\n    {words}\n  }};\n"})))
