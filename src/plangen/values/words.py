"""The words of units: base symbols, their other names, and the scales that stand before them."""

from decimal import Decimal
from unicodedata import name

from plangen.values.decimals import EXACT

CURRENCIES = frozenset({"元", "美元", "欧元", "港元", "日元", "英镑"})
"""Base symbols of money. Each is a unit of its own: nothing converts between them."""

TIMES = frozenset({"秒", "分钟", "小时", "天", "工作日", "周", "月", "季", "年"})
"""Base symbols of time."""

PURE = frozenset({"%", "pp"})
"""Symbols that are plain ratios: they disappear in a product with another unit (20% × 100 元 = 20 元)."""

SCALES: dict[str, Decimal] = {
    "万亿": Decimal(10**12), "千亿": Decimal(10**11), "百亿": Decimal(10**10), "十亿": Decimal(10**9),
    "千万": Decimal(10**7), "百万": Decimal(10**6), "十万": Decimal(10**5),
    "billion": Decimal(10**9), "million": Decimal(10**6), "thousand": Decimal(1000),
    "亿": Decimal(10**8), "万": Decimal(10**4), "千": Decimal(1000), "百": Decimal(100),
}  # fmt: skip
"""What stands before a unit and multiplies it, longest first."""

LETTERS = "万亿个张条页辆间场门项车单盘层顿笔双对组户届轮种类处吨时钟亩师称号颗枪发样领杆丝针关队连辈级课点档线节欧镑"
TRADITIONAL_LETTERS = (
    "萬億個張條頁輛間場門項車單盤層頓筆雙對組戶屆輪種類處噸時鐘畝師稱號顆槍發樣領桿絲針關隊連輩級課點檔線節歐鎊"
)
"""The letters of units that traditional Chinese writes in another way, one below the other."""
_SIMPLIFIED = str.maketrans(f"{TRADITIONAL_LETTERS}於將約過內為週後", f"{LETTERS}于将约过内为周后")

HUNDREDTH = Decimal("0.01")
NUMERALS = "零〇一二三四五六七八九十两半百千万亿"

_OTHER_NAMES = {
    "元": "圆 元人民币 人民币 人民币元 ¥ CNY RMB yuan",
    "美元": "$ USD 美金", "欧元": "€ EUR", "港元": "港币 HKD", "日元": "JPY 日圆", "英镑": "£ GBP",
    "人": "名 位 个人 people person persons", "分": "points point", "家": "stores store outlets outlet",
    "次": "times time", "个": "pieces piece", "人次": "",
    "秒": "秒钟 seconds second", "分钟": "min minutes minute", "小时": "个小时 钟头 h hours hour",
    "天": "日 days day", "工作日": "个工作日", "周": "个星期 星期 礼拜 weeks week",
    "月": "个月 个月份 months month", "季": "季度 个季度 quarters quarter", "年": "年度 years year",
    "平米": "平方米 平方 ㎡ m² m2", "平方公里": "km² km2", "公顷": "ha", "立方米": "立方 m³ m3",
    "米": "m", "厘米": "cm", "毫米": "mm", "公里": "千米 km",
    "公斤": "千克 kg", "克": "g", "吨": "t", "升": "L", "毫升": "mL ml", "千瓦时": "kWh",
}  # fmt: skip

NAMES: dict[str, tuple[str, Decimal]] = {
    "": ("", Decimal(1)), "倍": ("", Decimal(1)), "个亿": ("", Decimal(10**8)), "个百分点": ("pp", HUNDREDTH),
    "百分点": ("pp", HUNDREDTH), "pp": ("pp", HUNDREDTH), "%": ("%", HUNDREDTH), "‰": ("%", Decimal("0.001")),
    "成": ("%", Decimal("0.1")),
}  # fmt: skip
"""Every known unit word: its base symbol and what one of it is in that symbol."""

for _symbol, _others in _OTHER_NAMES.items():
    for _word in (_symbol, *_others.split()):
        NAMES[_word] = (_symbol, Decimal(1))


def factor(word: str) -> tuple[str, Decimal] | None:
    """The base symbol and scale of one unit word (`万元` → `元`, 10000), or None where it is unknown.

    Any single Han character that is no numeral is a measure word of its own: Chinese has hundreds.
    """
    for prefix, scale in (("", Decimal(1)), *SCALES.items()):
        rest = word.removeprefix(prefix).strip()
        if word.startswith(prefix) and rest in NAMES:
            symbol, own = NAMES[rest]
            return symbol, EXACT.multiply(scale, own)
    for prefix, scale in (("", Decimal(1)), *SCALES.items()):
        rest = word.removeprefix(prefix)
        if word.startswith(prefix) and is_measure_word(rest):
            return rest, scale
    return None


def simplified(text: str) -> str:
    """A text in which units, and the words around numbers and days, stand in simplified letters."""
    return text.translate(_SIMPLIFIED)


def is_measure_word(text: str) -> bool:
    """Whether a text is one Han character that can count things."""
    return len(text) == 1 and text not in NUMERALS and name(text, "").startswith("CJK UNIFIED IDEOGRAPH")
