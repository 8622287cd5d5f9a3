"""The few words that the terminal texts say by themselves, in each language."""

from plangen.values import say

_WORDS: dict[str, tuple[str, str]] = {
    "explain": ("plangen explain {}", "plangen explain {}"),
    "also": ("另见", "see also"),
    "way-out": ("改法：", "way out: "),
    "waived": ("已豁免", "waived"),
    "reason": ("理由：", "reason: "),
    "errors": ("{} 个错误", "{} errors"),
    "warnings": ("{} 个警告", "{} warnings"),
    "infos": ("{} 项提示", "{} notes"),
    "waivers": ("{} 项豁免", "{} waived"),
    "unset": ("{} 项待定", "{} not set"),
    "plans": ("{} 个计划", "{} plans"),
    "years": ("{} 个年度", "{} years"),
    "source": ("来源 {}", "source {}"),
    "above": ("见上", "see above"),
    "others": ("另有 {} 个合计只影响取整", "{} other totals only steer the rounding"),
    "users": ("用到它的", "used by"),
    "no-users": ("没有别的数字用到它", "no other figure uses it"),
    "beside": ("并列的值", "beside it"),
    "last-year": ("上年", "last year"),
    "none": ("无此项", "no such figure"),
    "not-last": ("手册里没有 {} 年", "the handbook has no {}"),
    "further": ("另有 {} 个", "{} more"),
    "rounded": ("；取整到 {}（最大余数）{} = {}", "; rounded to {} (largest remainder) {} = {}"),
    "figures-of": ("有 {} 个数字", "has {} figures"),
    "no-figures": ("没有数字", "has no figures"),
}


def word(language: str, key: str, *values: object) -> str:
    """A word in a language, its places filled. Raises KeyError."""
    return say(_WORDS[key], language).format(*values)
