"""What has no wording in a language stands on the page of the checks, with its place and the way to it."""

import re
from html import unescape
from pathlib import Path

from handbooks import open_files, write_handbook
from plangen.workspace import Workspace, open_handbook
from tongues import FILES, write_tongues

ORG = FILES["org.yml"].replace("{zh-Hans: 销售部, zh-Hant: 銷售部, en: Sales}", "销售部")
ORG = ORG.replace("zh-Hant: 業務員, en: Sales rep", "zh-Hant: 業務員")


def checks(workspace: Workspace) -> str:
    """The text of the page of the checks."""
    page = next(page for page in workspace.book(2026).pages if page.path == "checks.md")
    return " ".join(re.sub(r"<[^>]+>", " ", unescape("".join(page.slots.values()))).split())


def lacking(root: Path) -> Workspace:
    """A unit without any translation, a role without an English one, an overview without both."""
    write_tongues(root)
    write_handbook(root, {**FILES, "org.yml": ORG, "market.md": "# 市场\n\n都在长。\n"})
    return open_handbook(root)


def test_the_own_language_lists_all_others(tmp_path: Path) -> None:
    """Each further language by itself, plan by plan, each text with file and line."""
    text = checks(lacking(tmp_path))
    assert "2 处显示简体中文，因为没有繁体中文的写法" in text
    assert "3 处显示简体中文，因为没有英文的写法" in text
    assert text.count("销售部 content/2026/demo/org.yml:2") == 2
    assert text.count("业务员 content/2026/demo/org.yml:6") == 1
    assert text.count("说明文字 market.md content/2026/demo/market.md:1") == 2


def test_another_language_lists_its_own(tmp_path: Path) -> None:
    """In its words, and nothing of the third language."""
    workspace = lacking(tmp_path)
    text = checks(workspace.in_language("en"))
    assert "3 texts shown in simplified Chinese, because there is no wording in English" in text
    assert "traditional Chinese" not in text.partition("3 texts shown")[2]
    assert "texts not translated yet: traditional Chinese 2, English 3" in text, "the note counts as in every language"
    assert "2 處顯示簡體中文，因為沒有繁體中文的寫法" in checks(workspace.in_language("zh-Hant"))


def test_many_texts_are_counted(tmp_path: Path) -> None:
    """The first of a plan are named, the rest are said as a number."""
    tasks = "".join(f"    t{n}: {{name: 任务, start: 2026-01-0{n % 9 + 1}, end: 2026-01-10}}\n" for n in range(30))
    phases = f"opening:\n  name: 开拓期\n  start: 2026-01-01\n  end: 2026-06-30\n  tasks:\n{tasks}"
    head = FILES["handbook.yml"]
    text = checks(open_files(tmp_path, {"handbook.yml": head, "phases.yml": phases}).in_language("en"))
    assert re.search(r"1[0-9] more all of them: plangen export --untranslated", text)


def test_nothing_missing_says_nothing(tmp_path: Path) -> None:
    """Neither where all is translated, nor in a handbook of one language."""
    assert "处显示" not in checks(open_handbook(write_tongues(tmp_path / "all")))
    assert "还没有翻译的" not in checks(open_files(tmp_path / "one", {"org.yml": ORG}))
