"""Write a handbook of any size, the same one for the same seed.

Example: `python -m benchmarks.generate --plans 120 --years 2 --pages 8 --seed 1 OUT`
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import chapters, prose, schedule, targets
from benchmarks.emit import Data, yaml_text
from benchmarks.subject import Subject, subjects
from benchmarks.words import CHANNELS, PERSONS, REGIONS

LEAST_PAGES = len(prose.CHAPTERS) + 1
CONFIG = """\
site_name: 经营计划手册
docs_dir: content
theme:
  name: material
  language: zh
  font: false
plugins:
  - plangen
  - search: {lang: [en], pipeline: []}
extra:
  generator: false
"""


@dataclass(frozen=True)
class Size:
    """How big a handbook is: plans a year, years, pages a plan (its overview and six chapters are seven)."""

    plans: int
    years: int = 2
    pages: int = 8
    seed: int = 1
    first_year: int = 2025

    @property
    def all_pages(self) -> int:
        """The pages of all plans in all years."""
        return self.plans * self.years * max(self.pages, LEAST_PAGES)


def files(size: Size) -> Iterator[tuple[str, str]]:
    """Every file of the handbook: path below its root, and text."""
    last = size.first_year + size.years - 1
    yield from head_files(size)
    for year in range(size.first_year, last + 1):
        plans = list(subjects(size.plans, year, size.first_year, size.seed))
        yield f"content/{year}/index.md", prose.home(plans, year)
        for subject in plans:
            yield from _plan_files(subject, prose.own_pages(size.pages))


def head_files(size: Size) -> Iterator[tuple[str, str]]:
    """The files that belong to no year."""
    yield "mkdocs.yml", CONFIG
    yield "content/handbook.yml", yaml_text(_head(size, size.first_year + size.years - 1))
    yield "content/shared/dimensions.yml", yaml_text(_dimensions())


def _head(size: Size, last: int) -> Mapping[str, Data]:
    years = {str(year): {"state": "closed" if year < last else "current"} for year in range(size.first_year, last + 1)}
    known = {"format": "1", "title": "经营计划手册", "language": "zh-Hans", "currency": "CNY"}
    return {**known, "current": str(last), "as_of": f"{last}-01-05", "years": years}


def _dimensions() -> Mapping[str, Data]:
    regions: dict[str, Data] = {region: {"name": name} for region, (name, _) in REGIONS.items()}
    for region, (_, parts) in REGIONS.items():
        regions |= {part: {"name": name, "parent": region} for part, name in parts.items()}
    axes = {"channel": ("渠道", CHANNELS), "person": ("人员", PERSONS)}
    plain: dict[str, Data] = {
        axis: {"name": name, "members": {member: {"name": text} for member, text in members.items()}}
        for axis, (name, members) in axes.items()
    }
    return {**plain, "region": {"name": "区域", "members": regions}}


def _plan_files(subject: Subject, own: list[str]) -> Iterator[tuple[str, str]]:
    folder = f"content/{subject.year}/{subject.path}"
    sections: dict[str, Mapping[str, Data]] = {
        "plan": {**plan_head(subject), "chapters": [*own, *prose.CHAPTERS]},
        "objectives": targets.objectives(subject),
        "swot": chapters.swot(subject, schedule.task_ids()),
        "phases": schedule.phases(subject),
        "org": chapters.org(subject),
        "duties": chapters.duties(subject),
        "budget": chapters.budget(subject),
    }
    for name, data in sections.items():
        yield f"{folder}/{name}.yml", yaml_text(data)
    for page in ("index", *prose.CHAPTERS, *own):
        yield f"{folder}/{page}.md", prose.narrative(subject, page, own)


def plan_head(subject: Subject) -> Mapping[str, Data]:
    """The file `plan.yml` without its chapters."""
    covers: Mapping[str, Data] = {"covers": {"region": subject.region}} if subject.region else {}
    return {
        "name": subject.name,
        "title": f"{subject.name}{subject.product if subject.region else ''}经营计划",
        "summary": f"{subject.year} 年度{subject.product}在{subject.name}的目标、步骤、人手与费用。",
        "unit": "万元",
        "owner": subject.leads,
        **covers,
    }


def write_handbook(size: Size, out: Path) -> Path:
    """Write the handbook into a folder, which must be new or empty; returns it."""
    out.mkdir(parents=True, exist_ok=True)
    if any(out.iterdir()):
        raise SystemExit(f"{out} is not empty")
    for name, text in files(size):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Write a handbook of any size, the same one for the same seed.")
    parser.add_argument("out", type=Path, metavar="OUT", help="a new or empty folder")
    parser.add_argument("--plans", type=int, default=24, help="plans a year, parents included [%(default)s]")
    parser.add_argument("--years", type=int, default=2, help="plan years [%(default)s]")
    parser.add_argument("--pages", type=int, default=8, help="pages a plan, seven at least [%(default)s]")
    parser.add_argument("--seed", type=int, default=1, help="[%(default)s]")
    given = parser.parse_args(arguments)
    size = Size(given.plans, given.years, given.pages, given.seed)
    write_handbook(size, given.out)
    print(f"{given.out}: {size.plans} plans × {size.years} years, {size.all_pages} pages of plans")


if __name__ == "__main__":
    main()
