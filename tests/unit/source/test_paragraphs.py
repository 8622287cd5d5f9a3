"""Paragraphs of narratives: what has to be looked at as a piece."""

from plangen.source import paragraphs, scan_narrative

TEXT = """\
---
title: 市场
---
# 市场

第一段，
接着写。

## 渠道
- 一
- 二

<!-- plangen: CLM101 说明 -->
第三段 `码`。

```plan-cards
from: objectives
```

    缩进

| 甲 | 乙 |
|---|---|
| 1 | 2 |
"""


def test_paragraphs() -> None:
    """Headings alone, comments and blocks are none; a heading on a list belongs to it."""
    narrative, findings = scan_narrative("a.md", TEXT)
    assert findings == []
    found = [(each.span.line, each.text) for each in paragraphs(narrative)]
    assert found == [
        (6, "第一段，\n接着写。"),
        (9, "## 渠道\n- 一\n- 二"),
        (14, "第三段 `码`。"),
        (20, "缩进"),
        (22, "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"),
    ]
