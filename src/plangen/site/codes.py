"""The finding codes of publishing, and what ends a build early."""

from plangen.findings import Finding, Level, declare


class Stopped(Exception):
    """A build that cannot go on: the finding that says why, and the exit status it means."""

    def __init__(self, finding: Finding, status: int) -> None:
        super().__init__(finding.code)
        self.finding = finding
        self.status = status


class HostFailed(Exception):
    """A host cannot build: its own words, in one line. Raised by hosts."""


REFUSED_FOLDER = declare(
    "PG801",
    Level.ERROR,
    zh="不能把站点写到“{folder}”：{why_zh}",
    en="the site cannot be written to “{folder}”: {why_en}",
    fix_zh="把别人的文件移走，或用 --site-dir 换一个新的或空的文件夹",
    fix_en="move what is somebody's away, or choose a new or empty folder with --site-dir",
    manual="""The site folder is refused.

Why: publishing replaces the whole folder. One that holds anything else (the handbook itself, a repository, a file that
the web server put there) would lose it, so only a new or empty folder, or one that holds nothing but what an earlier
build has written, is taken. `plangen-manifest.json` lists what was written; a listed file that was changed since is
written again.
""",
)
BUSY = declare(
    "PG802",
    Level.ERROR,
    zh="另一个构建正在进行{holder_zh}",
    en="another build is running{holder_en}",
    fix_zh="等它结束后再运行；进程已不在时，锁会自动失效",
    fix_en="run again when it has ended; the lock of a process that is gone does not count",
    manual="""Another build holds the lock of this site folder.

Why: two builds writing one site would mix their pages. The exit status is 75: nothing is wrong, try again later.
""",
)
DISK = declare(
    "PG803",
    Level.ERROR,
    zh="读写文件失败：{reason}（{path}）",
    en="reading or writing failed: {reason} ({path})",
    fix_zh="检查磁盘空间和权限后重试；原来的站点没有改动",
    fix_en="check disk space and permissions, then run again; the site before is unchanged",
    manual="""The disk refused: full, read-only, no permission, or an input/output error.

Why: a site is switched only when all of it is written and checked. The one before stays as it was, byte for byte.
""",
)
OPEN_TO_ALL = declare(
    "PG805",
    Level.ERROR,
    zh="预览服务不对外开放：{host}",
    en="the preview is not served to other machines: {host}",
    fix_zh="去掉 --host，或确认后加上 --allow-remote",
    fix_en="leave --host out, or add --allow-remote when this is meant",
    manual="""The preview server was asked to listen on more than this machine.

Why: a draft plan would be readable for everybody on the network, without any login.
""",
)
CONFIG = declare(
    "PG806",
    Level.ERROR,
    zh="站点生成器无法工作：{reason}",
    en="the site generator cannot work: {reason}",
    fix_zh="修改 mkdocs.yml 后重试",
    fix_en="correct mkdocs.yml and run again",
    manual="""The site generator does not accept its configuration, or one of its plugins failed.

Why: mkdocs.yml belongs to the site generator; what it refuses cannot be built.
""",
)
UNFILLED = declare(
    "PG810",
    Level.ERROR,
    zh="页面上留有未填的占位符 {token}",
    en="the placeholder {token} was left on the page",
    fix_zh="这是程序的错误，请报告；原来的站点没有改动",
    fix_en="this is a fault of the program, please report it; the site before is unchanged",
    manual="""A placeholder of the handbook was not replaced by its content.

Why: a reader would see a code word where a figure belongs.
""",
)
BROKEN_LINK = declare(
    "PG811",
    Level.ERROR,
    zh="链接“{link}”指向不存在的文件",
    en="the link “{link}” leads to no file",
    fix_zh="改正链接，或补上它所指的页面或图片",
    fix_en="correct the link, or add the page or image it names",
    manual="""A page links to a page or an image that is not part of the site.

Why: readers would end on an error page. Links between pages are written as paths of their files, seen from the file
that has the link; a section's page has the section's name with `.md`.
Bad:
    # index.md
    [目标](objective.md)
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
Good:
    # index.md
    [目标](objectives.md)
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
""",
)
BROKEN_ANCHOR = declare(
    "PG812",
    Level.ERROR,
    zh="链接“{link}”指向的页面上没有这个位置",
    en="the page that “{link}” names has no such place",
    fix_zh="改正 # 后面的名称：标题或条目的 id",
    fix_en="correct what stands behind #: the id of a heading or an item",
    manual="""A link names a place on a page that is not there.

Why: readers would end at the top of the page and not find what the text promises. The anchor of a heading is its
letters and digits, in small letters, joined by hyphens; that of an item is its id.
Bad:
    # index.md
    [客户](market.md#客户分布)
    # market.md
    ## 客户在哪里
Good:
    # index.md
    [客户](market.md#客户在哪里)
    # market.md
    ## 客户在哪里
""",
)
FOREIGN = declare(
    "PG813",
    Level.ERROR,
    zh="页面会向别的网站请求“{link}”",
    en="the page would ask another site for “{link}”",
    fix_zh="把文件放进手册里引用；普通文字链接不受限制",
    fix_en="put the file into the handbook and use it from there; plain text links are free",
    manual="""A script, style, font, image or frame comes from another origin.

Why: another site would learn who reads which plan, and the page breaks without a network.
""",
)
LOST_VERSION = declare(
    "PG814",
    Level.ERROR,
    zh="版本列表里有 {version}，站点里没有这个版本",
    en="the version list names {version}, which is not part of the site",
    fix_zh="重新构建全部年度（不带 --year）",
    fix_en="build all years again (without --year)",
    manual="""The list of versions names a year that the site does not hold.

Why: the version selector would lead nowhere.
""",
)
NOT_FOUND = declare(
    "PG815",
    Level.ERROR,
    zh="搜索索引里找不到“{term}”",
    en="the search index does not know “{term}”",
    fix_zh="看 mkdocs.yml 里有没有别的插件或 hook 改写 search/search_index.json",
    fix_en="look in mkdocs.yml for a plugin or hook that writes search/search_index.json",
    manual="""The title of a page is not found by the search.

Why: the index is written with the pages; something else has put its own file in its place, and readers would look for
a page in vain.
""",
)
LOST_PAGE = declare(
    "PG816",
    Level.ERROR,
    zh="页面“{page}”没有生成",
    en="the page “{page}” was not written",
    fix_zh="查看站点生成器的警告；docs_dir 里同名的页面会占用它的地址",
    fix_en="look at the site generator's warnings; a page of docs_dir with the same address takes its place",
    manual="""A page of the handbook is not part of the site.

Why: links, navigation and the version selector count on it.
""",
)
SOURCE_LEAK = declare(
    "PG817",
    Level.ERROR,
    zh="站点里出现了手册的源文件“{file}”",
    en="the source file “{file}” is part of the site",
    fix_zh="不要用插件或脚本把 content 里的 YAML、CSV、Markdown 复制进站点",
    fix_en="no plugin or script may copy YAML, CSV or Markdown of the content folder into the site",
    manual="""A source file of the plan was published.

Why: sources hold notes, names and figures that the pages do not show.
""",
)
HOST_SAYS = declare(
    "PG818",
    Level.WARNING,
    zh="站点生成器提示：{text}",
    en="the site generator says: {text}",
    fix_zh="按提示修改内容或 mkdocs.yml",
    fix_en="change the content or mkdocs.yml as it says",
    manual="""The site generator warned while it wrote the pages.

Why: usually a link in a narrative or a setting that it does not understand.
""",
)
