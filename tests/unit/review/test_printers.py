"""The formats of a comparison: each tells the same, in its own form, and none is misled by a text."""

import json
from html.parser import HTMLParser
from pathlib import Path
from re import sub

import pytest

from plangen.diff import Run
from plangen.findings import Level
from plangen.review import Comparison
from plangen.review.html import render_html
from plangen.review.json import render_json
from plangen.review.markdown import plain, render_markdown, words
from plangen.review.remarks import manuals, remarks_of
from plangen.review.text import render_text
from unit.review.desk import comparison

HOSTILE = "**粗** <img src=x onerror=alert(1)> `a` [b](javascript:c) @all #1 | ~~d~~ &amp; {{x}} </details>"
BEFORE = {
    "2026/demo/plan.yml": "name: 试验计划\nperiod: M01\n",
    "objectives.yml": """\
        revenue:
          name: 销售额
          channel:
            own-store: {target: 900万元}
            dealer: {target: 192万元}
        """,
    "budget.yml": "office: {name: 办事处, caps: {trips: {name: 差旅, limit: ≤5000元}}}\n",
    "duties.yml": "rep:\n  visit: {text: 拜访客户，写小结, frequency: 每周}\n",
    "org.yml": "roles:\n  rep: {name: 业务员}\n",
    "index.md": "# 首年\n\n今年 {{ objectives/revenue.target }}，先做华东。\n",
}
AFTER = {
    **BEFORE,
    "objectives.yml": BEFORE["objectives.yml"].replace("192万元", "292万元"),
    "budget.yml": BEFORE["budget.yml"].replace("≤5000元", "≤4000元"),
    "duties.yml": BEFORE["duties.yml"].replace("写小结", "写总结"),
    "index.md": "# 首年\n\n今年 {{ objectives/revenue.target }}，再做华中。\n",
}


@pytest.fixture
def told(tmp_path: Path) -> Comparison:
    """A changed target, a changed cap, a changed duty, a changed sentence.

    Six figures follow in a plan of one month: the total, its month and the dealers', the sum of channels, two shares.
    """
    return comparison(tmp_path, BEFORE, AFTER)


def bare(text: str) -> str:
    """A terminal text without its colours."""
    return sub(r"\x1b\[[0-9;]*m", "", text)


def test_the_terminal_text(told: Comparison) -> None:
    """The whole document: the cap first, what follows under the target, narratives last."""
    assert bare(render_text(told)) == (
        "before → after\n"
        "3 处改动，带动 6 个数，1 段说明文字\n"
        "\n要先看的：上限、规则、口径，或删去的 1\n"
        "  ~ 费用预算 › 差旅  上限  ≤5,000 元 → ≤4,000 元\n"
        "\n主要改动 1\n"
        "  ~ 目标 › 销售额·经销商  目标  192 万元 → 292 万元（+100 万元，+52.1%）\n"
        "      ↳ 带动 6 个数\n"
        "        销售额·目标 1,092 万元 → 1,192 万元（+100 万元，+9.2%）\n"
        "        销售额·占比·经销商 17.58% → 24.5%（+6.92 个百分点）\n"
        "        销售额·占比·直营店 82.42% → 75.5%（−6.92 个百分点）\n"
        "\n文字改动 1\n"
        "  岗位职责\n"
        "  ~ 拜访客户，写总结  内容  拜访客户，写[-小-]{+总+}结\n"
        "\n说明文字 1\n"
        "  ~ 概览 › 首年\n"
        "      今年 1,192 万元，[-先-]{+再+}做华[-东-]{+中+}。\n"
    )


def test_the_markdown_comment(told: Comparison) -> None:
    """Bold names, one thing a line; wording and narratives in folds that are closed again."""
    text = render_markdown(told, 65_536)
    assert text.startswith("### 计划改动：before → after\n\n3 处改动")
    assert "- 费用预算 › **差旅**：上限 ≤5,000 元 → ≤4,000 元\n" in text
    assert "- 目标 › **销售额·经销商**：目标 192 万元 → 292 万元（+100 万元，+52.1%）\n  - 带动 6 个数：" in text
    assert "内容 拜访客户，写 ~~小~~ **总** 结" in text
    assert text.index("差旅") < text.index("经销商") < text.index("<details>") < text.index("拜访客户")
    assert text.count("<details>") == text.count("</details>") == 2


@pytest.mark.parametrize("limit", [1_000, 1_500, 4_000, 10_000])
def test_a_comment_is_never_too_long(tmp_path: Path, limit: int) -> None:
    """The heaviest stay, folds are closed, what is left out is counted."""
    many = {f"t{n}": f"{{name: 目标{n}, target: %s家}}" for n in range(300)}
    before, after = (
        {"objectives.yml": "".join(f"{name}: {text % count}\n" for name, text in many.items())} for count in (10, 20)
    )
    text = render_markdown(comparison(tmp_path, before, after), limit)
    assert len(text) <= limit
    assert text.count("<details>") == text.count("</details>")
    shown = sum(line.startswith("- ") for line in text.splitlines())
    assert f"另有 {300 - shown} 项" in text


def test_json(told: Comparison) -> None:
    """Every edit with its weight and place, every effect with its causes by the edit's place."""
    found = json.loads(render_json(told))
    assert (found["format"], found["before"], found["after"]) == (1, "before", "after")
    cap, target, duty = found["edits"]
    assert (cap["weight"], cap["governs"]) == ("breaking", "caps")
    assert cap["old"] == {"value": {"low": None, "high": "5000"}, "unit": "元", "about": False}
    assert target["id"] == "changed demo:objectives/revenue/channel/dealer.target"
    assert (target["item"], target["inside"], target["field"]) == (["revenue"], ["channel", "dealer"], "target")
    assert (target["old"]["value"], target["new"]["value"], target["money"]) == ("1920000", "2920000", "1000000")
    assert (target["source"]["line"], target["figures"]) == (5, 6)
    assert (duty["old"], duty["new"], duty["weight"]) == ("拜访客户，写小结", "拜访客户，写总结", "text")
    total = next(each for each in found["effects"] if each["address"] == "demo:objectives/revenue.target")
    assert (total["old"]["value"], total["new"]["value"], total["causes"]) == (
        "10920000",
        "11920000",
        [target["place"]],
    )
    assert "".join(run["text"] for run in found["passages"][0]["runs"] if run["kind"] != "old").startswith("今年 1,192")


def test_remarks(told: Comparison) -> None:
    """Breaking is a warning, all else a note; at the line on the side after; no two of one name."""
    remarks = remarks_of(told)
    assert [remark.level for remark in remarks] == [Level.WARNING, Level.INFO, Level.INFO]
    assert [remark.rule for remark in remarks] == ["diff-breaking", "diff-major", "diff-text"]
    assert remarks[1].text == "销售额·经销商 目标 192 万元 → 292 万元（+100 万元，+52.1%）；带动 6 个数"
    assert (remarks[1].span.file, remarks[1].span.line) == ("content/2026/demo/objectives.yml", 5)
    assert len({remark.id for remark in remarks}) == 3
    assert {remark.rule for remark in remarks} <= {manual.rule for manual in manuals()}


class Page(HTMLParser):
    """The tags and texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)


def test_the_page_stands_alone(told: Comparison) -> None:
    """One file: no script, nothing that is fetched; links lead to its own parts, which are there."""
    page = Page(render_html(told))
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "form"}
    assert not [each for _, attributes in page.tags for each in attributes if each in ("src", "style", "onclick")]
    targets = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert targets == {f"#{attributes['id']}" for tag, attributes in page.tags if tag == "section"}
    assert {"192 万元", "292 万元", "≤4,000 元"} <= {text.strip() for text in page.texts}


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    """Whatever a name or a sentence says: not on the page, and not in the comment."""
    text = json.dumps(HOSTILE, ensure_ascii=False)
    before = {"duties.yml": f"rep:\n  visit: {{text: {text}, frequency: 每周}}\n", "org.yml": BEFORE["org.yml"]}
    after = {**before, "duties.yml": before["duties.yml"].replace("每周", "每天")}
    told = comparison(tmp_path, before, after)
    page = Page(render_html(told))
    assert "img" not in {tag for tag, _ in page.tags}
    assert any("onerror=alert(1)" in text for text in page.texts)
    comment = render_markdown(told, 65_536)
    assert (
        r"\*\*粗\*\* &lt;img src=x onerror=alert(1)&gt; \`a\` \[b\](javascript:c) @<!-- -->all #<!-- -->1 \| \~\~d\~\~"
        in comment
    )
    assert comment.count("</details>") == comment.count("<details>")


def test_marks_stand_apart_from_words() -> None:
    """Beside Chinese characters `**，` is no mark: spaces make it one, and the text inside has none at its ends."""
    runs = (Run("same", "到场"), Run("old", "，再开会 "), Run("new", " **"), Run("same", "结束"))
    assert words(runs) == r"到场 ~~，再开会~~ **\*\*** 结束"
    assert plain("a_b") == r"a\_b"


def test_nothing_differs(tmp_path: Path) -> None:
    """One sentence, in every format that is read."""
    told = comparison(tmp_path, BEFORE, BEFORE)
    assert render_text(told) == render_markdown(told, 1_000) == "before 与 after 没有差别。\n"
    assert "before 与 after 没有差别。" in render_html(told)
    assert json.loads(render_json(told))["edits"] == []
