"""The finding codes of the register of source documents."""

from plangen.findings import Level, declare

TWICE = declare(
    "PG270",
    Level.ERROR,
    zh="来源编号“{name}”登记了两次，前一次在 {first}",
    en="the source id “{name}” is registered twice, first at {first}",
    fix_zh="给其中一个另取编号，或删掉重复的一份",
    fix_en="give one of them another id, or remove the copy",
    manual="""The id of a source document, or of one of its items, stands in the register twice.

Why: whoever names it would name two things, and one of them would look carried without being so.
Bad:
    # shared/sources/first.yml
    id: D1
    title: 年度计划
    items:
      D1-1: {kind: objectives, about: 全年销售额}
    # shared/sources/second.yml
    id: D1
    title: 区域计划
    items:
      D1-2: {kind: objectives, about: 区域销售额}
Good:
    # shared/sources/first.yml
    id: D1
    title: 年度计划
    items:
      D1-1: {kind: objectives, about: 全年销售额}
    # shared/sources/second.yml
    id: D2
    title: 区域计划
    items:
      D2-1: {kind: objectives, about: 区域销售额}
""",
)
FOREIGN = declare(
    "PG271",
    Level.ERROR,
    zh="条目“{name}”的编号不是以“{document}-”开头",
    en="the id of the item “{name}” does not begin with “{document}-”",
    fix_zh="改成 {document}-编号，或移到它自己的来源文件里",
    fix_en="write {document}- and its number, or move it to the file of its own document",
    manual="""An item of a source document has an id that does not begin with the document's id.

Why: who reads `source: D1-7` somewhere in a plan has to know which paper to open.
Bad:
    # shared/sources/first.yml
    id: D1
    title: 年度计划
    items:
      D2-1: {kind: objectives, about: 全年销售额}
Good:
    # shared/sources/first.yml
    id: D1
    title: 年度计划
    items:
      D1-1: {kind: objectives, about: 全年销售额}
""",
)
KIND = declare(
    "PG272",
    Level.ERROR,
    zh="没有“{kind}”这种章节{hint_zh}",
    en="there is no section kind “{kind}”{hint_en}",
    fix_zh="写其中一种：{known}",
    fix_en="write one of: {known}",
    manual="""An item of a source document is to be carried by a kind of section that does not exist.

Items that are told in a text have the kind `narrative`.

Why: nothing could ever carry it, and it would be missing for ever.
Bad:
    # shared/sources/first.yml
    id: D1
    title: 年度计划
    items:
      D1-1: {kind: objective, about: 全年销售额}
Good:
    # shared/sources/first.yml
    id: D1
    title: 年度计划
    items:
      D1-1: {kind: objectives, about: 全年销售额}
""",
)
