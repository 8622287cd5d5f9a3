"""The finding codes of narratives: references and blocks that lead nowhere."""

from plangen.findings import Level, declare

REFERENCE = declare(
    "PG410",
    Level.ERROR,
    zh="找不到引用“{text}”{near}",
    en="the reference “{text}” leads nowhere{near}",
    fix_zh="写成 章节/编号.指标，如 objectives/revenue.target@Q1；plangen explain 能列出相近的地址",
    fix_en="write section/id.measure, such as objectives/revenue.target@Q1; plangen explain lists near addresses",
    manual="""A `{{ … }}` whose address has no figure and no item.

Why: a page must never show a number that is gone.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # index.md
    目标 {{ objectives/revenu.target }}。
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # index.md
    目标 {{ objectives/revenue.target }}。
""",
)
OPTION = declare(
    "PG411",
    Level.ERROR,
    zh="引用里不认识“{option}”",
    en="the reference does not know “{option}”",
    fix_zh="可用：{known}",
    fix_en="known: {known}",
    manual="""A word behind the address in `{{ … }}` that is no option.

Why: a misspelt unit would silently show another number.
Bad:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # index.md
    目标 {{ objectives/revenue.target units=亿元 }}。
Good:
    # objectives.yml
    revenue: {name: 销售额, target: 100万元}
    # index.md
    目标 {{ objectives/revenue.target unit=亿元 }}。
""",
)
UNIT = declare(
    "PG412",
    Level.ERROR,
    zh="不能用“{unit}”显示：这个数的单位是 {has}",
    en="cannot be shown in “{unit}”: the figure's unit is {has}",
    fix_zh="换成同一种单位，如 万元、亿元",
    fix_en="use a unit of the same kind, such as 万元 or 亿元",
    manual="""A `unit=` that does not fit the figure.

Why: 600 万元 are no 家.
""",
)
BLOCK_NAME = declare(
    "PG413",
    Level.ERROR,
    zh="没有 plan-{name} 这种块{near}",
    en="there is no block plan-{name}{near}",
    fix_zh="可用：{known}（前面加 plan-）",
    fix_en="known: {known} (with plan- before them)",
    manual="""A fenced block whose word begins with `plan-` and names no view.

Why: it would be published as a piece of code.
""",
)
BLOCK_KEY = declare(
    "PG414",
    Level.ERROR,
    zh="块里的“{key}”缺失或写得不对：要有 from，可以有 id",
    en="“{key}” in the block is missing or wrong: it takes from, and may take id",
    fix_zh="写成两行：from: objectives 和 id: revenue-channel",
    fix_en="write two lines: from: objectives and id: revenue-channel",
    manual="""A `plan-…` block without `from`, or with a key it does not know.

Why: nobody can tell what it should show.
""",
)
BLOCK_FROM = declare(
    "PG415",
    Level.ERROR,
    zh="这份计划没有章节“{text}”",
    en="this plan has no section “{text}”",
    fix_zh="可用：{known}；别的计划写 计划路径:章节",
    fix_en="known: {known}; another plan's section is written plan/path:section",
    manual="""A `plan-…` block that shows a section which is not there.

Why: the page would have a hole.
""",
)
BLOCK_ID = declare(
    "PG416",
    Level.ERROR,
    zh="该章节没有可以用 plan-{name} 显示的“{id}”",
    en="that section has no “{id}” to show as plan-{name}",
    fix_zh="可用的 id：{known}",
    fix_en="ids that fit: {known}",
    manual="""A `plan-…` block whose id is none of the section's blocks of that type.

Why: the page would have a hole.
""",
)
IMAGE_KIND = declare(
    "PG417",
    Level.ERROR,
    zh="“{target}”不是图片",
    en="“{target}” is no image",
    fix_zh="可用：{known}；要链接到它就去掉前面的感叹号",
    fix_en="images are {known}; to link to it, leave out the exclamation mark",
    manual="""An image `![…](…)` that names a page or a table.

Why: readers would see a broken frame.
Bad:
    # index.md
    ![市场](market.md)
    # market.md
    市场
Good:
    # index.md
    [市场](market.md)
    # market.md
    市场
""",
)
IMAGE_SIZE = declare(
    "PG418",
    Level.WARNING,
    zh="图片“{target}”有 {size} MB，超过 {most} MB",
    en="the image “{target}” has {size} MB, more than {most} MB",
    fix_zh="缩小到两倍显示宽度（一般 1600 像素就够），或存成 WebP",
    fix_en="scale it to twice its shown width (1600 pixels are mostly enough), or save it as WebP",
    manual="""A narrative shows an image of more bytes than a reader should have to wait for.

Why: on a phone the page is there long before its picture.
""",
)
IMAGE_BRACES = declare(
    "PG419",
    Level.ERROR,
    zh="图片后面的 {braces} 读不懂",
    en="{braces} behind the image is not understood",
    fix_zh="只能写宽度（像素）：{{width=480}}",
    fix_en="it takes a width in pixels: {{width=480}}",
    manual="""What stands in braces behind an image is no width.

Why: the image would be shown in another size than was meant. The height follows from the file.
""",
)
