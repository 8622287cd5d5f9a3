"""A small handbook in three languages: one plan with targets, an organisation, phases and a budget."""

from pathlib import Path

from handbooks import write_handbook

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
MKDOCS = """\
site_name: 手册
docs_dir: content
theme:
  name: material
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-sunny, name: Dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-night, name: Light}
plugins: [plangen, search]
"""
FILES = {
    "handbook.yml": """\
        format: 1
        title: {zh-Hans: 试验手册, zh-Hant: 試驗手冊, en: Trial handbook}
        language: zh-Hans
        languages: [zh-Hans, zh-Hant, en]
        current: 2026
        as_of: 2026-01-05
    """,
    "shared/dimensions.yml": """\
        channel:
          name: {zh-Hans: 渠道, zh-Hant: 渠道, en: Channel}
          members:
            own-store: {name: {zh-Hans: 直营店, zh-Hant: 直營店, en: Own stores}}
            dealer: {name: {zh-Hans: 经销商, zh-Hant: 經銷商, en: Dealers}}
    """,
    "shared/terms.yml": """\
        sales:
          name: {zh-Hans: 销售额, zh-Hant: 銷售額, en: Revenue}
          definition: {zh-Hans: 不含税, zh-Hant: 不含稅, en: Without tax}
    """,
    "2026/index.md": "本手册是试验。\n",
    "2026/index.zh-Hant.md": "本手冊是試驗。\n",
    "2026/index.en.md": "This handbook is a trial.\n",
    "plan.yml": """\
        name: {zh-Hans: 胶粘剂, zh-Hant: 膠黏劑, en: Adhesives}
        period: FY
        owner: manager
    """,
    "objectives.yml": """\
        revenue:
          name: {zh-Hans: 销售额, zh-Hant: 銷售額, en: Revenue}
          target: 1.2亿元
          period: FY
          note: {zh-Hans: 不含税, zh-Hant: 不含稅, en: Without tax}
          phasing: {Q1: 20%, Q2: 25%, Q3: 25%, Q4: 30%}
          channel:
            own-store: {target: 8000万元, count: 13家}
            dealer: {target: 4000万元, count: 20家}
    """,
    "objectives.md": "今年目标是 {{ objectives/revenue.target }}。\n",
    "objectives.zh-Hant.md": "今年目標是 {{ objectives/revenue.target }}。\n",
    "objectives.en.md": "This year's target is {{ objectives/revenue.target }}.\n",
    "org.yml": """\
        units:
          sales: {name: {zh-Hans: 销售部, zh-Hant: 銷售部, en: Sales}}
        roles:
          manager: {name: {zh-Hans: 经理, zh-Hant: 經理, en: Manager}, unit: sales, headcount: 1人}
          rep:
            name: {zh-Hans: 业务员, zh-Hant: 業務員, en: Sales rep}
            unit: sales
            reports_to: manager
            headcount: 4人
    """,
    "phases.yml": """\
        opening:
          name: {zh-Hans: 开拓期, zh-Hant: 開拓期, en: Opening}
          start: 2026-01-01
          end: 2026-06-30
          tasks:
            visit:
              name: {zh-Hans: 走访, zh-Hant: 走訪, en: Visits}
              owner: rep
              start: 2026-03-01
              end: 2026-04-15
              goals:
                shops: {name: {zh-Hans: 新店, zh-Hant: 新店, en: New stores}, target: 6家}
        growth:
          name: {zh-Hans: 放量期, zh-Hant: 放量期, en: Growth}
          start: 2026-07-01
          end: 2026-12-31
    """,
    "budget.yml": """\
        setup:
          name: {zh-Hans: 开办费, zh-Hant: 開辦費, en: Set-up}
          lines:
            rent: {name: {zh-Hans: 租金, zh-Hant: 租金, en: Rent}, price: 1500元/月, periods: 12月}
            desks: {name: {zh-Hans: 桌椅, zh-Hant: 桌椅, en: Desks}, price: 400元/张, quantity: 6张}
    """,
}


def write_tongues(root: Path) -> Path:
    """Write the handbook; gives its folder."""
    write_handbook(root, FILES)
    (root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    return root
