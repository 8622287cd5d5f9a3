"""Words that changed: both texts can be read from the runs, whatever they are."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.diff import runs, unwrapped

PIECES = st.sampled_from(
    ["拜访", "客户", "业务员", "，", "。", "、", "12", "1,092 万元", "15%", "{{ a/b.c }}", "{{ a/b", "}}", " ", "\n",
     "\n\n", "- 一项", "| 甲 | 乙 |", "```text", "```", "the plant", "# 标题", "的", "é", "\t"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.lists(st.sampled_from(["业务员", "客户拜访", "甲", ""]), max_size=3))
def test_both_texts_are_in_the_runs(before: str, after: str, words: list[str]) -> None:
    """What is not new makes the text before, what is not old the text after; neighbours are of different kinds."""
    found = runs(before, after, words)
    assert "".join(run.text for run in found if run.kind != "new") == unwrapped(before)
    assert "".join(run.text for run in found if run.kind != "old") == unwrapped(after)
    assert all(run.text for run in found)
    assert all(one.kind != two.kind for one, two in pairwise(found))
    assert all(run.kind == "same" for run in runs(before, before, words))
