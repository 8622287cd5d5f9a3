"""The finding codes of sealed years."""

from plangen.findings import Level, declare

CHANGED = declare(
    "PG701",
    Level.ERROR,
    zh="{sealed_zh}{file} {what_zh}{figures_zh}",
    en="{sealed_en}{file} {what_en}{figures_en}",
    fix_zh="{out_zh}",
    fix_en="{out_en}",
    manual="""A sealed year is not what it was when it was sealed.

Why: a plan of the past is evidence, for pay and in disputes. What is found here was changed after the year was closed:
a file of its content (changed, added, deleted, renamed, made executable, replaced by a link), its archive of published
pages, or its manifest. Where figures changed, the old and the new number are told.
The way out is to bring the files back from the version history, or, where the change is a correction that everybody
may see, `plangen amend`. Manifest and archive are never edited by hand; `plangen verify --against main` finds an edit
of content and seal together.
""",
)
MOVED = declare(
    "PG702",
    Level.ERROR,
    zh="{year} 年已封存的 {address} 是 {old}，现在算出 {new}（{rule}）{more_zh}",
    en="{address} of the sealed year {year} is {old}, and is computed as {new} now ({rule}){more_en}",
    fix_zh="换回封存时的 plangen {version}；如果封存的数确有错误，用 plangen amend {year} 公开订正",
    fix_en="go back to plangen {version}, which sealed it; if the sealed figure is wrong: plangen amend {year}",
    manual="""The figures of a sealed year are computed differently now, although its content is unchanged.

Why: another version of plangen, or an amendment of the year before, must not move a digit of a closed year unseen. The
published pages stay as they were; the build stops, because other years that compare with this one would use the new
digits. Listed is where the difference begins; what follows from it is counted.
""",
)
CHAIN = declare(
    "PG703",
    Level.ERROR,
    zh="封存链不完整：{what_zh}",
    en="the chain of sealed years is not whole: {what_en}",
    fix_zh="{out_zh}",
    fix_en="{out_en}",
    manual="""A year is sealed twice, or a link of the chain of seals is missing.

Why: every manifest holds the hash of the one before, so that nobody can take out or put in a sealed year unseen. That
works only when each year is sealed once and the years are sealed one after the other, the oldest first.
""",
)
CODES = frozenset({CHANGED, MOVED, CHAIN})
"""All of them: they count whatever year a command asks for."""
