"""Texts of all documents: numbers that were typed by hand, counts that a list has to keep, names of things."""

from catalogue.case import Case

TEN = "销售部由 10 类岗位组成：\n\n" + "".join(f"{place}. 第 {place} 类\n" for place in range(1, 11))
NAMES = """\
product-unit: {name: 产品开发部, also: [开发产品研发部]}
quality: {name: "ISO 9001:2000", also: [ISO-2000质量体系]}
"""

CASES = (
    Case(
        "S000-1-C08",
        {"work.md": "# 工作计划\n\n1、任务\n\n1、公建\n\n2、住宅\n\n3、改造\n\n2、具体计划\n\n5,销售费用\n"},
        finds=(("PG430", "“1、”", "两次"), ("PG430", "“2、”", "3 后面"), ("PG430", "“5,”", "跳过了 3")),
    ),
    Case(
        "S000-3-C24",
        {"trip.md": "# 第二次出差\n\n1、复访\n\n2、签约\n\n2、回款\n\n3、样板店\n"},
        finds=(("PG430", "“2、”", "两次"),),
    ),
    Case(
        "S000-6-C08",
        {
            "shared/names.yml": NAMES,
            "phases.yml": """\
year:
  name: 全年
  start: 2026-01-01
  end: 2026-12-31
  milestones:
    founded: {name: 产品开发部成立, date: 2026-06-30}
    working: {name: 开发产品研发部形成新品能力, date: 2026-12-31}
""",
        },
        finds=(("PG432", "开发产品研发部", "“产品开发部”"),),
    ),
    Case(
        "S000-9-C01",
        {"shared/names.yml": NAMES, "charter.md": "# 市场部\n\n按 ISO-2000质量体系 管理市场部。\n"},
        finds=(("PG432", "ISO-2000质量体系", "ISO 9001:2000"),),
    ),
    Case(
        "S002-1-C01",
        {"links.md": "# 部门联系\n\n市场部与 3 个部门的联系：\n\n- 市场\n- 产品\n"},
        finds=(("PG431", "3 个部门", "2 条"),),
    ),
    Case("S002-8-C01", {"roles.md": f"# 销售部\n\n{TEN}"}),
    Case(
        "S003-2-C02",
        {"goals.md": "# 平台\n\n平台有 5 个目标：\n\n1. 管人\n2. 管店\n3. 管单\n4. 管活动\n5. 管费用\n"},
    ),
    Case(
        "S003-5-C03",
        {"review.md": "# 业绩\n\n（一）正面因素\n\n2、新店开业\n\n3、促销到位\n"},
        finds=(("PG430", "“2、”", "不是从 1 编起"),),
    ),
    Case(
        "S003-6-C04",
        {"plan.md": "# 下半年\n\n1、第三季度：铺网点\n\n2、第四季度：冲销量\n\n3、跟上公司战略\n\n4、动脑筋\n"},
        finds=(("PG433", "“3、跟上公司战略”"), ("PG433", "“4、动脑筋”")),
    ),
)
