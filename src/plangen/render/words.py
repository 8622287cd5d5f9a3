"""The few words that renderers say by themselves, in each language."""

from plangen.values import say

_WORDS: dict[str, tuple[str, str]] = {
    "all-columns": ("显示全部 {} 列", "Show all {} columns"),
    "breadcrumb": ("路径", "Breadcrumb"),
    "cooperates": ("协作", "works with"),
    "data": ("数据表", "Data table"),
    "day": ("{} 天", "{} days"),
    "day-off": ("休息日", "day off"),
    "due-that-day": ("当天几项", "due that day"),
    "empty": ("还没有数据", "No data yet"),
    "error": ("错误", "Error"),
    "explain": ("说明", "About"),
    "fewer": ("收起", "Show fewer"),
    "full-size": ("看原图", "Full size"),
    "heat-high": ("大", "high"),
    "heat-low": ("小", "low"),
    "in-brackets": ("（{}）", " ({})"),
    "info": ("提示", "Note"),
    "items": (" 项", " due"),
    "mark-off": ("休", "H"),
    "mark-worked": ("班", "W"),
    "legend": ("写法", "How it is written"),
    "legend-about": ("约数", "about"),
    "legend-differs": ("写的与算的不一致", "stated and computed differ"),
    "legend-least": ("下限", "at least"),
    "legend-most": ("上限", "at most"),
    "legend-range": ("区间", "range"),
    "legend-unset": ("应填未填，不按零计", "expected, not filled in; does not count as zero"),
    "navigation": ("导航", "Navigation"),
    "not-applicable": ("不适用", "not applicable"),
    "rest": ("其余", "Others"),
    "sections": ("栏目", "Sections"),
    "superior": ("上级", "reports to"),
    "to": ("至", "to"),
    "unset": ("待定", "not set"),
    "unset-state": ("应填未填", "expected, not filled in"),
    "waived": ("豁免", "Waived"),
    "weekday-off": ("平日放假", "holiday on a weekday"),
    "weekend-worked": ("周末上班", "weekend worked"),
    "warning": ("警告", "Warning"),
    "way-out": ("改法：", "Way out: "),
    "≠": ("算得不一致", "computed differently"),
    "▲": ("高于", "above"),
    "▼": ("低于", "below"),
    "✓": ("通过", "passed"),
    "✕": ("错误", "error"),
    "!": ("注意", "note"),
    "⊘": ("豁免", "waived"),
}


def word(language: str, key: str, *values: object) -> str:
    """A renderer's own word in a language, its places filled with `values`.

    Raises KeyError for a key that does not exist.
    """
    return say(_WORDS[key], language).format(*values)


def spoken(language: str, symbol: str) -> str:
    """What a screen reader says for a symbol; empty for one that speaks for itself."""
    return word(language, symbol) if symbol in _WORDS else ""
