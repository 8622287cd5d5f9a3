"""The words of a review, in each language."""

from plangen.review.words import say as say_of_changes
from plangen.review.words import worded

_WORDS: dict[str, tuple[str, str]] = {
    "bracket": ("（", " ("),
    "bracket-end": ("）", ")"),
    "rules-in": ("（规则在 ", " (by "),
    "title": ("{title}：{after} 改了什么", "{title}: what {after} changes"),
    "worktree": ("工作区", "the working tree"),
    "nothing": ("手册没有变化。", "Nothing of the handbook changes."),
    "edits": ("改动 {} 处", "{} edit(s)"),
    "passages": ("说明文字 {} 段", "{} passage(s) of text"),
    "moves": ("带动 {} 个数", "{} figure(s) follow"),
    "partly-unread": ("有读不出来的部分", "a part cannot be read"),
    "seals": ("封存 {} 年", "closes {}"),
    "amends": ("订正已封存的 {} 年", "amends {}, which is closed"),
    "closing": ("封存与订正", "Closed years"),
    "of-year": ("{year} 年{what}", "{year}: {what}"),
    "new": ("新出现 {}", "new: {}"),
    "mend": ("，改好才能合并", ", to be mended before this is merged"),
    "clean": ("没有新问题", "no new problems"),
    "asks": ("要{}批准", "to be approved by {}"),
    "asks-nobody": ("不需要谁批准", "nobody has to approve"),
    "asks-later": ("要谁批准，读得出来才知道", "who has to approve is known when everything can be read"),
    "problems": ("新出现的问题", "New problems"),
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "note"),
    "count-error": ("{} 个错误", "{} error(s)"),
    "count-warning": ("{} 个警告", "{} warning(s)"),
    "count-info": ("{} 条提示", "{} note(s)"),
    "follows": ("由它引起的还有 {} 处", "{} more follow from it"),
    "waived": ("新豁免", "waived now"),
    "gone": ("解决了 {} 个问题", "{} problem(s) solved"),
    "newly-waived": ("新豁免 {} 个问题", "{} problem(s) waived now"),
    "fix": ("改法：{}", "way out: {}"),
    "changes": ("改了什么", "What changes"),
    "changes-of": ("{} 年改了什么", "What changes in {}"),
    "year-added": ("新增 {} 年", "The year {} is new"),
    "year-removed": ("删去 {} 年", "The year {} is gone"),
    "all-of-year": ("整个 {} 年", "all of {}"),
    "prose": ("说明文字", "Text"),
    "sources": ("只改了来源：{}", "Only the sources of: {}"),
    "so": ("随之变的", "with it"),
    "among": ("{summary}，其中 {named}", "{summary}, among them {named}"),
    "scenario": ("情景「{}」", "Scenario {}"),
    "scenario-moves": ("随它的文件变了 {} 个数", "{} figure(s) follow from its file"),
    "unread": ("读不出来，没有比较：{}", "Could not be read, so not compared: {}"),
    "last-year": ("另有 {} 个数只是随上年变的", "{} more figures changed only because last year's did"),
    "day": ("另有 {} 个数只是随数据日期变的", "{} more figures changed only because the day they speak of did"),
    "unexplained": (
        "有 {} 个数变了，但没有改动能解释：两边用的程序版本可能不同",
        "{} figures changed though no input did: another version of plangen may have computed one side",
    ),
    "approvals": ("要谁批准", "Approvals needed"),
    "above": ("变动 {share}，超过 {limit}", "changes by {share}, above {limit}"),
    "up-to": ("变动 {share}，不超过 {limit}", "changes by {share}, up to {limit}"),
    "new-above": ("从无到有或从有到无，按超过 {limit} 算", "new, gone or open, which is above {limit}"),
    "always": ("{}一律要批", "{}: always"),
    "every": ("所有改动都要批", "every change needs it"),
    "rest-free": ("其余改动没有规则要求批准。", "No rule asks for the other changes."),
    "changed-rules": (
        "这次也改了规则或豁免；审批按改动前的规则算。",
        "This changes the rules or waivers too; the approvals follow the rules as they were before.",
    ),
    "people": ("{} 个人（岗位）的变更卡片", "Change cards: {} person(s) or role(s)"),
    "pages": ("{} 页有变化", "{} page(s) change"),
    "all-pages": ("整个手册", "The handbook"),
    "page-added": ("新页", "new"),
    "page-removed": ("没有了", "gone"),
    "accepted": ("{} 处改动已经认可", "{} change(s) accepted already"),
    "accepted-because": ("{reason}（{owner}，到 {until}）", "{reason} ({owner}, until {until})"),
    "stale-count": ("{} 条认可没有用上", "{} acceptance(s) that nothing needed"),
    "stale": ("没有用上的认可 {address}：{reason}", "an acceptance that nothing needed, {address}: {reason}"),
    "outside": (
        "内容以外还改了 {} 个文件，按代码审：",
        "{} file(s) besides the content, to be reviewed as code: ",
    ),
    "foot": (
        "审批规则和认可以 {before} 上的手册为准；没有运行这个分支里的任何程序。",
        "Approval rules and acceptances are those of {before}; no code of this branch was run.",
    ),
    "more": ("另有 {}", "{} more"),
    "more-in": ("另有 {} 处，见网页版或 plangen diff", "{} more: see the page, or plangen diff"),
    "reworded": ("另有 {} 处措辞", "{} more rewording(s)"),
    "over": ("新管{}", "is now the superior of {}"),
    "no-more-over": ("不再管{}", "is no longer the superior of {}"),
    "takes": ("接过{}", "takes over {}"),
    "part-of": ("{section}的{what}", "{what} ({section})"),
    "becomes": ("{what}改为{text}", "{what} is now {text}"),
    "hands": ("交出{}", "hands over {}"),
    "before": ("改动前", "Before"),
    "after": ("改动后", "After"),
    "what": ("内容", "What"),
    "cards": ("变更卡片", "Change cards"),
    "cut": ("篇幅所限，后面的没有列出。", "The rest is left out for its length."),
}


def say(language: str, key: str, *values: object, **named: object) -> str:
    """One sentence or word. Words of changes are those of `plangen diff`.

    A plural in brackets goes by the first value.
    """
    if key not in _WORDS:
        return say_of_changes(language, key, *values, **named)
    return worded(_WORDS[key], language, values, named)
