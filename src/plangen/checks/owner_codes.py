"""What `plangen owners` finds, beside what `plangen check` finds in the table of owners."""

from plangen.findings import Level, declare

NO_HANDLE = declare(
    "PG263",
    Level.ERROR,
    zh="岗位“{role}”负责这里，handbook.yml 的 owners 里没有它在代码平台上的名字",
    en="the role “{role}” answers for this, and `owners` in handbook.yml has no name of it on the forge",
    fix_zh='在 handbook.yml 的 owners 里加一行：{key}: "@名字"',
    fix_en='add a line to `owners` in handbook.yml: {key}: "@name"',
    manual="""A plan or section belongs to a role, and `owners` in `handbook.yml` does not tell its name on the forge.

Why: the forge asks accounts and teams, not roles; a change would go unseen by whoever answers for it.
""",
)
NO_OWNER = declare(
    "PG264",
    Level.ERROR,
    zh="{count} 个文件没有人负责：{names}",
    en="files that nobody owns: {count}: {names}",
    fix_zh="在最上层计划的 plan.yml 写 owner，或在 handbook.yml 的 owners 里写 default",
    fix_en="give the top plan an `owner`, or `owners` in handbook.yml a `default`",
    manual="""No rule of CODEOWNERS gives an owner to some files of the handbook.

Why: a change to them is asked of nobody, and goes in unseen.
""",
)
DRIFTED = declare(
    "PG265",
    Level.ERROR,
    zh="{name} 与计划不符：写着“{found}”，应是“{expected}”",
    en="{name} is not what the plans say: it has “{found}”, not “{expected}”",
    fix_zh="运行 plangen owners --out {name}",
    fix_en="run plangen owners --out {name}",
    manual="""CODEOWNERS differs from what the plans' owners and `owners` in `handbook.yml` say.

Why: who answers for a plan was changed, and the forge still asks somebody else.
""",
)
