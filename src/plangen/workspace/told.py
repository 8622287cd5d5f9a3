"""A handbook told in another of its languages: read once, computed once, worded again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from plangen.compute import Figures, Rule, Variant
from plangen.findings import Finding
from plangen.model import Handbook
from plangen.model.translating import in_language
from plangen.values import Figure, Language
from plangen.workspace.gathering import gathered
from plangen.workspace.workspace import Workspace


@dataclass
class Told(Workspace):
    """The workspace of one further language. What is found is found once: only its words are told again."""

    language: Language = "zh-Hans"
    origin: Workspace = field(default=None, repr=False)  # type: ignore[assignment]

    @cached_property
    def handbook(self) -> Handbook | None:
        """The handbook in this language."""
        return in_language(self.origin.handbook, self.language) if self.origin.handbook else None

    @cached_property
    def _computed(self) -> tuple[Figures, list[Finding]]:
        """The figures that are computed already, with the remarks on their methods in this language."""
        figures, problems = self.origin._computed  # noqa: SLF001 (one class)
        return (_noted(figures, self.handbook, self.years) if self.handbook else figures), problems

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """Every year in its other scenarios, with the figures that are computed already."""
        handbook, made = self.handbook, list[Variant]()
        for each in self.origin.variants if handbook else ():
            assert handbook is not None
            other = replace(
                handbook, years={**handbook.years, each.year: handbook.variants[each.year][each.scenario.id]}
            )
            scenario = next(one for one in handbook.scenarios[each.year] if one.id == each.scenario.id)
            figures = _noted(each.figures, other, (each.year,))
            made.append(replace(each, scenario=scenario, handbook=other, figures=figures, plain=self.figures))
        return tuple(made)

    @cached_property
    def findings(self) -> list[Finding]:
        """The findings of the handbook, with the names that this language has for things."""
        again: dict[tuple[object, ...], list[Finding]] = {}
        for finding in self.found():
            again.setdefault(_place(finding), []).append(finding)
        return [self._worded(finding, again) for finding in self.origin.findings]

    def _worded(self, finding: Finding, again: Mapping[tuple[object, ...], list[Finding]]) -> Finding:
        same = again.get(_place(finding))
        return finding.with_(args=same.pop(0).args) if same else finding


def _noted(figures: Figures, handbook: Handbook, years: Iterable[int]) -> Figures:
    """The same figures; what rules remark on their methods is said in the handbook's language."""
    notes = {rule.key: rule for rule in gathered(handbook, years)[1]}
    return Figures({key: _said(figure, notes.get(key)) for key, figure in figures.items()})


def _said(figure: Figure, rule: Rule | None) -> Figure:
    if rule is None or not figure.note:
        return figure
    later = str(rule.settings.get("unset_note", "")) if figure.quantity.unset else ""
    return replace(figure, note=later or rule.note or figure.note)


def told_in(workspace: Workspace, language: Language) -> Told:
    """A workspace in another language; what was read and computed is shared."""
    made = Told(workspace.root, workspace.folder, workspace.read_findings, workspace.revision, workspace.closing)
    made.language, made.origin = language, workspace
    made.__dict__ |= {"_files": workspace._files, "seals": workspace.seals}  # noqa: SLF001 (one class)
    return made


def translation_findings(workspace: Workspace) -> Iterator[Finding]:
    """What is wrong in the narratives of further languages."""
    for language in workspace.languages[1:]:
        told = workspace.in_language(language)
        for year in workspace.years:
            homes = told.scope(year).plan_year.homes()
            texts = [texts for _, home in homes for texts in home.translated.values()]
            files = {each[language].file for each in texts if language in each}
            yield from (found for found in (told.faults(year) if files else ()) if found.span.file in files)


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.span, finding.year, finding.scenario, finding.address
