"""What the Markdown of a narrative may not have, and budgets."""

from time import process_time

import pytest

from plangen.findings import message, way_out
from plangen.source import read_text, scan_narrative


def refused(text: str) -> list[str]:
    """Code and place of each finding, after a look at its sentences."""
    decoded, found = read_text("m.md", text.encode())
    assert found == []
    found = scan_narrative("m.md", decoded)[1]
    for finding in found:
        for language in ("zh", "en"):
            assert message(finding, language)
            assert way_out(finding, language)
    return [f"{finding.code} {finding.span.line}:{finding.span.column}" for finding in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# T\n\n<script>window.x=1</script>\n", "PG401 3:1"),
        ('# T\n\n<img src=x onerror="x()">\n', "PG401 3:1"),
        ('# <img src=x onerror="x()"> T\n', "PG401 1:3"),
        ("a <IMG/ONERROR=x() src=y>\n", "PG401 1:3"),
        ("<p\nonclick=x()>\n", "PG401 1:1"),
        ("<details ontoggle=x() open>\n", "PG401 1:1"),
        ("<svg/onload=x()>\n", "PG401 1:1"),
        ('<iframe srcdoc="<script>1</script>"></iframe>\n', "PG401 1:1"),
        ('<form action="//e"><input name=p></form>\n', "PG401 1:1"),
        ('<meta http-equiv="refresh" content="0;url=//e">\n', "PG401 1:1"),
        ('<base href="//e/">\n', "PG401 1:1"),
        ("<link rel=stylesheet href=x>\n", "PG401 1:1"),
        ("<object data=x></object>\n", "PG401 1:1"),
        ("<embed src=x>\n", "PG401 1:1"),
        ("<style>a{}</style>\n", "PG401 1:1"),
        ('<p style="color:red">\n', "PG401 1:1"),
        ("<div data-figure='{}'>\n", "PG401 1:1"),
        ("一 <region> 二\n", "PG401 1:3"),
        ("<!DOCTYPE x>\n", "PG401 1:1"),
        ("<?php x ?>\n", "PG401 1:1"),
        ("a <!-- never closed\n", "PG401 1:3"),
        ("<!--> <script>x</script> -->\n", "PG401 1:7"),
        ("<script\n", "PG401 1:1"),
        ("a (<br<style>?>\n", "PG401 1:4"),
        ("<details>\nx <b \n\nonclick=1>\n", "PG401 2:3"),
        ("*a*{ onmouseover=x() }\n", "PG401 1:6"),
        ("*a*{: .b x/onclick=1 }\n", "PG401 1:12"),
        ("# h { STYLE='x' }\n", "PG401 1:7"),
        ("![a](b.png){ srcdoc=x }\n", "PG401 1:14"),
        ("[a](b){ href='javascript:1' }\n", "PG401 1:9"),
        ("<div>\n`<script>`\n</div>\n", "PG401 2:2"),
        ("[x](javascript:x())\n", "PG402 1:1"),
        ("一 [x](JaVaScript:x())\n", "PG402 1:3"),
        ("[x](&#106;avascript:x())\n", "PG402 1:1"),
        ("[x](&#x6A;avascript&colon;x())\n", "PG402 1:1"),
        ("[x](java\tscript:x())\n", "PG402 1:1"),
        ("[x](javascript\\:x())\n", "PG402 1:1"),
        ("[x]( <vbscript:x> )\n", "PG402 1:1"),
        ("![x](data:image/svg+xml,x)\n", "PG402 1:1"),
        ("[![a](b.png)](javascript:1)\n", "PG402 1:1"),
        ("[x](file:///etc/passwd)\n", "PG402 1:1"),
        ("[x][a]\n\n[a]: javascript:x()\n", "PG402 3:6"),
        ("[x][a]\n\n[a]:\n    data:x\n", "PG402 4:5"),
        ("<javascript:x()>\n", "PG402 1:1"),
        ("<a href='jav&#x61;script:x()'>y</a>\n", "PG402 1:1"),
        ("# T\n\n![x](http://127.0.0.1:9/t.png)\n", "PG403 3:1"),
        ("![x](//e/t.png)\n", "PG403 1:1"),
        ("![a [b]](https://e/t.png)\n", "PG403 1:1"),
        ("[![x](https://e/t.png)](a.md)\n", "PG403 1:2"),
        ("![x][i]\n\n[i]: http://e/x.png\n", "PG403 1:1"),
        ("![i]\n\n[I]: <http://e/x.png>\n", "PG403 1:1"),
        ("![x][i]\n\n[i]: http://e/x.png\n*[i]: y\n", "PG403 1:1"),
        ("<img src='http://e/x.png'>\n", "PG403 1:1"),
        ("<style>body{background:url(http://e/)}</style>\n", "PG403 1:1"),
        ("<p style='background:url(//e)'>\n", "PG403 1:1"),
    ],
)
def test_harmful_markup(text: str, expected: str) -> None:
    """One finding, at the tag, the link or the attribute."""
    assert refused(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "[x](http://e.example) <https://e.example> <a@b.example> [y](mailto:a@b.example)\n",
        "[x](a.md#b) ![y](c.png){ width=300 .right #id } # h { .c }\n",
        "<kbd>Ctrl</kbd> <br> <details open><summary>a</summary>b</details>\n",
        '<a href="http://e.example" title="x">y</a> <img src="a.png" alt="b">\n',
        "`<script>` and ``<img onerror=x>`` in code\n",
        "```html\n<script>x</script>\n[a](javascript:x)\n```\n",
        "a < b, a <b and c, 1<2, 利润<成本\n",
        "&lt;script&gt; &#106; [see: this](b.md)\n",
        "<!-- a note -->\n",
        "{{ a/b href=1 }}\n",
        "[a]: http://e.example\n",
        "| a | b |\n|---|---|\n| `x|y` | [l](m.md) |\n",
        "Of javascript: is a word, data: too\n",
        '!!! note "标题"\n    正文\n',
    ],
)
def test_harmless_markup(text: str) -> None:
    """Links to other sites, small HTML, code, comparisons."""
    assert refused(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [x]({{ a/b }})\n", "PG404 1:7"),
        ("[x](java{{ a/b }}:1)\n", "PG404 1:9"),
        ("[x]( <{{ a/b }}>)\n", "PG404 1:6"),
        ("[x][y]\n\n[y]: {{ a/b }}\n", "PG404 3:6"),
        ("![x]({{ a/b }})\n", "PG404 1:6"),
        ("a <{{ a/b }}>\n", "PG404 1:3"),
        ("a <b{{ a/b }}>\n", "PG404 1:3"),
        ("a <img {{ a/b }}>\n", "PG404 1:3"),
        ("a <a href='{{ a/b }}'>\n", "PG404 1:3"),
        ("*a*{ {{ a/b }} }\n", "PG404 1:6"),
        ("*a*{ b} {{ a/b }} }\n", "PG404 1:9"),
    ],
)
def test_references_cannot_make_markup(text: str, expected: str) -> None:
    """What is filled in could be a script's address or a handler."""
    assert refused(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "[{{ a/b }}](c.md) ![{{ a/b }}](c.png) <b title='{{ a/b }}'>{{ a/b }}</b>\n",
        '[x](c.md "{{ a/b }}") ({{ a/b }}) 一：{{ a/b }}\n',
        "# {{ a/b }} { .c }\n",
    ],
)
def test_references_may_stand_in_texts(text: str) -> None:
    """Labels, alternative texts, titles, headings."""
    assert refused(text) == []


BUDGETS = [
    ("[" * 50_000 + "\n", "1:"),
    ("![" * 50_000 + "\n", "1:"),
    ("[a](" * 5_000 + "\n", "1:"),
    ("\n".join("    " * depth + "- x" for depth in range(500)) + "\n", "101:401"),
    ("- " * 5_000 + "x\n", "1:1"),
    ("1. " * 5_000 + "x\n", "1:1"),
    ("x\n\n" + "> " * 5_000 + "x\n", "3:1"),
    ("<div>" * 20_000 + "\n", "1:"),
    ("|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n", "1:1"),
    ("**a_b" * 5_000 + "\n", "1:1"),
    ("x\n&#" + "9" * 6_000 + ";\n", "2:1"),
    ("&#x" + "f" * 6_000 + ";\n", "1:1"),
    ("``a`" * 5_000 + "\n", "1:1"),
    ("[a]: <x\n" * 5_000, "2001:6"),
    ("a\n===\n" * 4_000, "2002:1"),
    ("???a\n" * 5_000, "1001:1"),
    ("```\nx\n```\n" * 2_000, ""),
    ("{{ a/b }}\n" * 3_000, "1:1"),
    ("x\n" * 20_000, "1:1"),
    ("x" * 700_000, "1:1"),
]


@pytest.mark.parametrize(("text", "place"), BUDGETS)
def test_budgets(text: str, place: str) -> None:
    """One finding, at once, before anything is parsed."""
    start = process_time()
    (finding,) = refused(text)
    assert finding.startswith(f"PG406 {place}")
    assert process_time() - start < 10  # far below on an idle machine


@pytest.mark.parametrize(
    "piece", ["`", "~", ">", "{: ", "{a=", "]:", "![a](  ", '<a x="', "\\", " ", "-8", "｛", "{", "<!-- ", "<a b='\n"]
)
def test_time_is_linear(piece: str) -> None:
    """Whatever is repeated: 200,000 characters take seconds at most on a busy machine."""
    start = process_time()
    scan_narrative("m.md", piece * (200_000 // len(piece)))
    assert process_time() - start < 10
