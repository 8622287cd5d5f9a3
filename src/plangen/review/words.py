"""The words that a comparison is told in, in each language."""

from collections.abc import Mapping

from plangen.values import say as in_language

_WORDS: dict[str, tuple[str, str]] = {
    "same": ("{before} 与 {after} 没有差别。", "{before} and {after} do not differ."),
    "heading": ("计划改动：{}", "Changes of the plan: {}"),
    "title": ("{before} → {after}", "{before} → {after}"),
    "edits": ("{} 处改动", "{} edit(s)"),
    "moves": ("带动 {} 个数", "{} figure(s) follow"),
    "passages": ("{} 段说明文字", "{} passage(s) of text"),
    "people": ("{} 人", "{} person(s)"),
    "targets": ("{} 人的目标", "the targets of {} person(s)"),
    "roles": ("{} 个岗位的数", "the figures of {} role(s)"),
    "breaking": ("要先看的：上限、规则、口径，或删去的", "To look at first: caps, rules, definitions, or gone"),
    "major": ("主要改动", "Major"),
    "minor": ("次要改动", "Minor"),
    "text": ("文字改动", "Wording"),
    "sources": ("来源", "Sources"),
    "accepted": ("已经认可的改动", "Accepted changes"),
    "stale": ("没有用上的认可", "Acceptances that nothing needed"),
    "until": ("到 {}", "until {}"),
    "caps": ("上限", "cap"),
    "pay": ("薪酬", "pay"),
    "rules": ("规则", "rule"),
    "definitions": ("口径", "definition"),
    "added": ("新增", "new"),
    "removed": ("删去", "removed"),
    "moved": ("归属", "moved"),
    "renamed": ("改了编号", "new id"),
    "split": ("拆分", "split"),
    "merged": ("合并", "merged"),
    "unset": ("待定", "TBD"),
    "unwritten": ("未写", "not written"),
    "later": ("推迟 {} 天", "{} day(s) later"),
    "earlier": ("提前 {} 天", "{} day(s) earlier"),
    "computed": ("改为推算（{}），得 {}", "computed now ({}): {}"),
    "was-computed": ("原为推算（{}）：{}", "was computed ({}): {}"),
    "formula": ("{}，得 {}", "{}, which makes {}"),
    "together": ("与另外 {} 处改动一起", "together with {} other edit(s)"),
    "further": ("另有 {} 个", "{} more"),
    "follows": ("带动 {}", "moves {}"),
    "figures": ("{} 个数", "{} figure(s)"),
    "block": ("［图表：{}］", "[block: {}]"),
    "narratives": ("说明文字", "Narratives"),
    "from-last-year": ("随上年数字变的", "Changed because last year's figures did"),
    "from-day": ("随数据日期变的", "Changed because the day they speak of did"),
    "unexplained": (
        "改动解释不了的（只会是程序版本不同）",
        "Changed though no input did (only another version of plangen does that)",
    ),
    "suggestions": ("可能是改了编号", "Perhaps renamed"),
    "suggestion": (
        "{gone} 删去，{come} 新增，名称相同；若是同一项，在新的一项写 was: {old}",
        "{gone} is gone and {come} is new, with one name; if they are one, write was: {old} in the new one",
    ),
    "unread": ("读不出的部分，没有比较", "Could not be read, and was not compared"),
    "unread-part": ("{side}：{plan} · {section}", "{side}: {plan} · {section}"),
    "unread-shared": ("{side}：{section}", "{side}: {section}"),
    "unread-plan": ("{side}：{plan} 整个计划", "{side}: the whole plan {plan}"),
    "hidden": ("小于 {min} 的 {count} 处没有列出", "not listed below {min}: {count}"),
    "plan": ("计划", "Plan"),
    "dimensions": ("维度", "Dimensions"),
    "profiles": ("季节曲线", "Season profiles"),
    "terms": ("术语与口径", "Terms"),
    "names": ("名称登记", "Register of names"),
    "handbook": ("手册设置", "Handbook settings"),
    "actuals": ("实际", "Actuals"),
    "scenarios": ("情景", "Scenarios"),
    "pictures": ("图片", "Pictures"),
    "home": ("首页", "Home"),
    "overview": ("概览", "Overview"),
    "not-shown": ("……另有 {} 项，见完整报告。", "… {} more: see the full report."),
    "further-of": ("其余{}", "The rest of: {}"),
    "inside": ("含 {}", "with {}"),
    "and-more": ("{} 等 {} 项", "{} and others, {} in all"),
    "only": ("只有 {side} 有 {year} 年", "only {side} has {year}"),
    "not-shared": (
        "两边没有共同的年度：{before} 有 {old}；{after} 有 {new}",
        "no year is on both sides: {before} has {old}; {after} has {new}",
    ),
}


def say(language: str, key: str, *values: object, **named: object) -> str:
    """One sentence or word. A plural in brackets goes by the first value."""
    return worded(_WORDS[key], language, values, named)


def worded(pair: tuple[str, str], language: str, values: tuple[object, ...], named: Mapping[str, object]) -> str:
    """The sentence of a language with its values; the plural is settled first, for a value may have brackets too."""
    text = in_language(pair, language)
    return text.replace("(s)", "" if values and str(values[0]) == "1" else "s").format(*values, **named)


def comma(language: str) -> str:
    """What stands between the parts of a sentence."""
    return in_language(("，", ", "), language)


def stop(language: str) -> str:
    """What ends a sentence."""
    return in_language(("。", "."), language)


def semicolon(language: str) -> str:
    """What stands between things that are told one after the other."""
    return in_language(("；", "; "), language)


def colon(language: str) -> str:
    """What stands before what is told of a thing."""
    return in_language(("：", ": "), language)


def listed(language: str, names: list[str]) -> str:
    """Several names in a row."""
    return in_language(("、", ", "), language).join(names)


def bracketed(language: str, text: str) -> str:
    """A text in brackets, as the language writes them; empty where there is none."""
    return in_language(("（{text}）", " ({text})"), language, text=text) if text else ""
