"""A part of the example handbook for tests that open it hundreds of times: one unit with what all share."""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNIT = "adhesives"
_OWNER = re.compile(r'  ([\w-]+): "@.*"\n')
_NOTHING = re.compile(r"^waivers:\n(?! )", re.MULTILINE)
_WAIVER = re.compile(r"  - code: .*\n(?:    .*\n)+")


def copy_unit(root: Path, unit: str = UNIT) -> Path:
    """Copy `content/` and `mkdocs.yml` with one unit in each year, its waivers and its owners; gives the folder."""
    content = ROOT / "content"
    shutil.copytree(content, root / "content", ignore=shutil.ignore_patterns("sources"))
    for year in (2025, 2026):
        for plan in (root / f"content/{year}").iterdir():
            if plan.is_dir() and plan.name not in (unit, "shared"):
                shutil.rmtree(plan)
        (root / f"content/{year}/index.md").write_text("本手册只有一个业务单元。\n", encoding="utf-8")
    head = (content / "handbook.yml").read_text(encoding="utf-8")
    kept = _WAIVER.sub(lambda waiver: waiver[0] if f"address: {unit}" in waiver[0] else "", head)
    kept = _NOTHING.sub("", kept)
    kept = _OWNER.sub(lambda owner: owner[0] if owner[1] in {"default", *_roles(root)} else "", kept)
    (root / "content/handbook.yml").write_text(kept, encoding="utf-8")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return root


def _roles(root: Path) -> list[str]:
    """The roles of all plans."""
    texts = (path.read_text(encoding="utf-8") for path in (root / "content").rglob("org.yml"))
    return [role for text in texts for role in re.findall(r"^  ([\w-]+):", text, re.MULTILINE)]
