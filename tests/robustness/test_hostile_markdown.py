"""Hostile and mistyped Markdown in a narrative: the code, the line and column, a way out, and nothing else."""

from pathlib import Path

import pytest

from handbooks import write_handbook
from plangen.workspace import open_handbook
from robustness.finished import finished
from robustness.promises import checked, places

OBJECTIVES = "revenue: {name: 销售额, target: 100万元}\n"
BLOCK = "```plan-table\nfrom: objectives\n```\n"

REFUSED: dict[str, tuple[str | bytes, list[str]]] = {
    "a script": ("一\n\n<script>alert(1)</script>\n", ["PG401 3:1"]),
    "a handler": ("一 <b onclick=alert(1)>二</b>\n", ["PG401 1:3"]),
    "a picture with a handler": ("# <img src=x onerror=alert(1)> T\n", ["PG401 1:3"]),
    "a frame": ('<iframe srcdoc="<script>1</script>"></iframe>\n', ["PG401 1:1"]),
    "a style": ("<style>p{}</style>\n", ["PG401 1:1"]),
    "a form in a list in a quote": ("> - <form action=x>\n", ["PG401 1:5"]),
    "a handler in an attribute list": ("*a*{ onmouseover=alert(1) }\n", ["PG401 1:6"]),
    "a tag that never ends": ("一\n\n<script\n", ["PG401 3:1"]),
    "a comment that never ends": ("一 <!-- 二\n", ["PG401 1:3"]),
    "javascript:": ("[x](javascript:alert(1))\n", ["PG402 1:1"]),
    "javascript: in capitals and entities": ("一 [x](JAVA&#115;cript&colon;alert(1))\n", ["PG402 1:3"]),
    "javascript: cut by a tab": ("[x](java\tscript:alert(1))\n", ["PG402 1:1"]),
    "javascript: as a definition": ("[x][y]\n\n[y]: javascript:alert(1)\n", ["PG402 3:6"]),
    "data: as a picture": ("![x](data:image/svg+xml,x)\n", ["PG402 1:1"]),
    "a picture of another site": ("![x](https://e.example/a.png)\n", ["PG403 1:1"]),
    "a reference that is not closed": ("目标 {{ objectives/revenue.target\n", ["PG404 1:4"]),
    "a reference over two lines": ("目标 {{ objectives/revenue.target\n}}\n", ["PG404 1:4"]),
    "a reference inside a reference": ("{{ a {{ objectives/revenue }} }}\n", ["PG404 1:1", "PG404 1:6"]),
    "an expression": ("{{ 7*7 }}\n", ["PG404 1:1"]),
    "a call": ("{{ ''.__class__.mro() }}\n", ["PG404 1:1"]),
    "a template": ("一 {% for x in y %}\n", ["PG404 1:3"]),
    "an include": ('一\n\n--8<-- "a.md"\n', ["PG404 3:1"]),
    "full-width braces outside": ("目标 ｛｛ objectives/revenue ｝｝\n", ["PG404 1:4"]),
    "corner brackets": ("目标 「「 objectives/revenue 」」\n", ["PG404 1:4"]),
    "full-width backticks": ("一\n｀｀｀plan-table\n", ["PG404 2:1"]),
    "a reference in an address": ("[x]({{ objectives/revenue }})\n", ["PG404 1:5"]),
    "a block that is not closed": ("一\n\n```plan-table\nfrom: objectives\n", ["PG404 3:1"]),
    "a block closed by other marks": ("```plan-table\nfrom: objectives\n~~~\n", ["PG404 1:1"]),
    "a block on a list's line": ("- ```plan-table\n  from: objectives\n  ```\n", ["PG404 1:3"]),
    "a block with words behind": ("```plan-table 表\nfrom: objectives\n```\n", ["PG404 1:1"]),
    "front matter of another program": ("---\ntemplate: ../../x\n---\n", ["PG405 2:1"]),
    "front matter of a wrong type": ("---\ntitle: [a]\nhide: 3\n---\n", ["PG405 2:8", "PG405 3:7"]),
    "front matter that is not closed": ("---\ntitle: x\n", ["PG405 1:1"]),
    "an alias in front matter": ("---\ntitle: *x\n---\n", ["PG101 2:8"]),
    "lists too deep": ("\n".join("    " * depth + "- x" for depth in range(500)), ["PG406 101:401"]),
    "quotes too deep": ("一\n\n" + "> " * 5_000 + "x\n", ["PG406 3:1"]),
    "brackets": ("[" * 50_000, ["PG406 1:1"]),
    "an entity of 6,000 digits": ("&#" + "9" * 6_000 + ";\n", ["PG406 1:1"]),
    "a zero-width space": ("目\u200b标\n", ["PG113 1:2"]),
    "a right-to-left override": ("合计 \u202e000,1\u202c 元\n", ["PG113 1:4"]),
    "a mark of a Markdown parser": ("a \x02wzxhzdk:0\x03\n", ["PG106 1:3"]),
    "GBK": ("目标".encode("gbk"), ["PG107 1:2"]),
    "an unknown figure": ("{{ objectives/revenu.target }}\n", ["PG410 1:1"]),
    "an unknown option": ("{{ objectives/revenue.target units=亿元 }}\n", ["PG411 1:1"]),
    "decimals beyond six": ("{{ objectives/revenue.target digits=99999999999 }}\n", ["PG411 1:1"]),
    "decimals of another script": ("{{ objectives/revenue.target digits=٣ }}\n", ["PG411 1:1"]),
    "a unit that does not fit": ("{{ objectives/revenue.target unit=家 }}\n", ["PG412 1:1"]),
    "a unit of a kilobyte": ("{{ objectives/revenue.target unit=" + "万" * 400 + " }}\n", ["PG412 1:1"]),
    "an unknown block": ("```plan-tabel\nfrom: objectives\n```\n", ["PG413 1:1"]),
    "an empty block": ("```plan-table\n```\n", ["PG414 1:1"]),
    "a block with another key": ("```plan-table\nfrom: objectives\nsort: x\n```\n", ["PG414 3:7"]),
    "a block with a list": ("```plan-table\nfrom: [objectives]\n```\n", ["PG414 2:7"]),
    "a block of no section": ("```plan-table\nfrom: nothing\n```\n", ["PG415 2:7"]),
    "a block of another plan": ("```plan-table\nfrom: other/plan:objectives\n```\n", ["PG415 2:7"]),
    "a block with another id": ("```plan-table\nfrom: objectives\nid: x\n```\n", ["PG416 1:1"]),
    "a block with an alias": ("```plan-table\nfrom: *x\n```\n", ["PG101 2:7"]),
    "a block that is a list": ("```plan-table\n- objectives\n```\n", ["PG110 2:1"]),
    "a block with a full-width colon": ("```plan-table\nfrom：objectives\n```\n", ["PG109 2:5"]),
}  # fmt: skip

HARMLESS = [
    "`{{ x }}` 和 ``{{ ` }}`` 和 \\{{ x }}\n",
    "```\n{{ x }}\n{% y %}\n<script>1</script>\n```\n",
    "````\n" + BLOCK + "````\n",
    "    ~~~\n    {{ x }}\n    ~~~\n",
    "> > - 一\n> >     - 二\n",
    "\n".join("    " * depth + "- x" for depth in range(20)) + "\n",
    "> " * 60 + "x\n",
    "a < b > c & d 1<2 &lt;script&gt; &#60;script&#62;\n",
    "见 [官网](https://e.example/?a=1&b=<2>) <https://e.example>\n",
    "<kbd>Ctrl</kbd> <details><summary>一</summary>二</details>\n",
    "家人👨‍👩‍👧 和 ＜script＞ 和 ［x］（javascript:1）\n",
    "javascript: 是一个词，data: 也是\n",
    "{{ objectives/revenue.target }} 与 {｛ objectives／revenue．target　unit＝元 ｝}\n",
    "| a | b |\n|---|---|\n| {{ objectives/revenue }} | `|` |\n",
    "- 一\n\n    ```plan-table\n    from: objectives\n    ```\n",
    "> ```plan-table\n> from: objectives\n> ```\n",
]


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_refused(name: str, tmp_path: Path) -> None:
    """Every slip at its place; nothing is evaluated, fetched or printed as text."""
    text, expected = REFUSED[name]
    root = write_handbook(tmp_path, {"objectives.yml": OBJECTIVES, "market.md": text})
    assert places(checked(root), "market.md") == expected


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str, tmp_path: Path) -> None:
    """No finding; and on the finished page no element that acts, no handler, no reference left over."""
    root = write_handbook(tmp_path, {"objectives.yml": OBJECTIVES, "market.md": "# 市场\n\n" + text})
    assert checked(root) == []
    (page,) = (page for page in open_handbook(root).book(2026).pages if page.path == "demo/market.md")
    read = finished(page)
    assert not read.tags() & {"script", "style", "iframe", "form", "object", "embed", "base", "meta", "link"}
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    assert not [found for found in read.all("a") if "script:" in found.get("href", "")]
    assert "xplangenslot" not in read.text
