"""What the checks say of a year: how many of each level, with the way to them."""

from collections.abc import Iterator

from plangen.findings import Level, level_of
from plangen.site.edition import Edition
from plangen.views import Block, Entries, Heading, Line, Link, Tally, Tone, Words

_LEVELS: tuple[tuple[str, str, Tone, tuple[str, str]], ...] = (
    (Level.ERROR.value, "✕", "bad", ("错误，改好才能发布", "errors: they stop publishing")),
    (Level.WARNING.value, "!", "unset", ("警告，须有人处理", "warnings: somebody has to act")),
    (Level.INFO.value, "·", "muted", ("提示，供核对", "notes: worth a look")),
    ("waived", "⊘", "sealed", ("已豁免，有理由和期限", "waived: with reason and term")),
)


def checks(edition: Edition) -> Iterator[Block]:
    """A line for each level that has any; one line where all is well."""
    word, findings = edition.word, edition.findings_of()
    page = Link(word("检查结果", "Checks"), page="checks/")
    yield Heading(word("检查怎么说", "What the checks say"), "checks", link=(page,))
    counted = [("waived" if finding.waived else level_of(finding).value) for finding in findings]
    rows: list[tuple[Line, Line, Line]] = []
    for level, sign, tone, said in _LEVELS:
        if level in counted:
            number = Tally(counted.count(level), f"level * {level}", Link("", page="checks/"))
            rows.append(((Words(f"{sign} ", tone), word(*said)), (), (number,)))
    yield Entries(tuple(rows) or (((Words(word("✓ 全部通过", "✓ all passed"), "good"),), (), ()),))
