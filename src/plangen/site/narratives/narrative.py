"""Narratives: references and blocks are resolved here and put in after Markdown parsing, as finished HTML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plangen.compute import PlanScope
from plangen.findings import Finding
from plangen.site.edition import Edition
from plangen.site.narratives import codes
from plangen.site.narratives.pictures import image_findings, picture
from plangen.source import Fence, Narrative, Reference, YamlScalar
from plangen.values import Address, Pair, Refused, Span, Unit
from plangen.values.near import did_you_mean, nearest, question
from plangen.views import Block, Board, Cards, Chart, Group, Inline, Link, Num, Picture, Strip, Table, Tree

SHOWN: dict[str, tuple[type, ...]] = {
    "table": (Table, Chart),
    "chart": (Chart,),
    "cards": (Cards,),
    "board": (Board,),
    "tree": (Tree,),
    "strip": (Strip,),
}
"""Which blocks a fence `plan-<name>` may show. A chart can be shown as its table."""
OPTIONS = ("unit", "digits", "text")
SUGGESTIONS = 50
"""For how many findings of one narrative the nearest address is looked up."""


@dataclass
class Resolver:
    """Resolves the references of one narrative. `scope` is None for a page that belongs to no plan (the home page)."""

    edition: Edition
    scope: PlanScope | None
    narrative: Narrative
    findings: list[Finding] = field(default_factory=list)

    @property
    def page(self) -> str:
        """The path of the narrative inside the year, with its ending."""
        name = self.narrative.file.rpartition("/")[2]
        return f"{self.scope.plan.path}/{name}" if self.scope else name

    def parts(self) -> Iterator[tuple[int, int, Inline | Block]]:
        """Every reference and block with its place in the body (start, end); what is wrong becomes a finding."""
        for reference in self.narrative.references:
            part = self._reference(reference)
            if part is not None:
                yield reference.start, reference.end, part
        for fence in self.narrative.fences:
            block = self._fence(fence)
            if block is not None:
                yield fence.start, fence.end, block
        media = self.edition.scope.plan_year.media
        for image in self.narrative.images:
            self.findings += image_findings(image, media, self.page, self.edition.year)

    def pictures(self) -> Iterator[tuple[int, int, Picture]]:
        """Every image that the page shows, with its place in the body; their files are opened for their sizes."""
        for image in self.narrative.images:
            shown = picture(image, self.edition.scope.plan_year.media, self.page)
            if shown is not None:
                yield image.start, image.end, shown

    def _report(self, code: str, span: Span, about: Address | None = None, **args: object) -> None:
        places = () if about is None else (about,)
        self.findings.append(Finding(code, span, args, self.edition.year, about=places))

    def _reference(self, reference: Reference) -> Inline | None:
        unknown = [option for option in reference.options if option not in OPTIONS]
        if unknown:
            self._report(codes.OPTION, reference.span, option=unknown[0], known=", ".join(OPTIONS))
            return None
        address = self._address(reference)
        if address is None:
            return None
        if not address.measure:
            name = reference.options.get("text") or self.edition.scope.name_of(address)
            return Link(name, address)
        return self._number(reference, address)

    def _address(self, reference: Reference) -> Address | None:
        plan = self.scope.plan.path if self.scope else ""
        try:
            address = Address.parse(reference.text, plan=plan)
        except Refused:
            self._report(codes.REFERENCE, reference.span, text=reference.text, near=self._near(reference.text))
            return None
        known = self.edition.scope.figure(address) if address.measure else self.edition.scope.entry(address)
        if known is None:
            near = question("") if self.edition.scope.is_unread(address) else self._near(str(address))
            self._report(codes.REFERENCE, reference.span, address, text=reference.text, near=near)
            return None
        return address

    def _near(self, text: str) -> Pair:
        """Said later: what is wrong in a translation is told in the handbook's language."""
        if len(self.findings) >= SUGGESTIONS:
            return question("")
        home = self.scope.plan.path if self.scope else ""
        named, _, local = text.rpartition(":")
        plan, names = named or home, self.edition.names
        meant = [(plan, name) for name in nearest(local, names.get(plan, ()))[:1]]
        meant += [(other, local) for other in sorted(names) if local in names[other]]
        if not meant:
            return question("")
        near = meant[0][1] if meant[0][0] == home else ":".join(meant[0])
        return question(near)

    def _number(self, reference: Reference, address: Address) -> Num | None:
        figure = self.edition.scope.figure(address)
        assert figure is not None, "the address was found"
        digits, unit = reference.options.get("digits"), reference.options.get("unit", "")
        if digits is not None and not (digits.isascii() and digits.isdigit() and int(digits) <= 6):
            self._report(codes.OPTION, reference.span, option=f"digits={digits}", known="digits=0…6")
            return None
        if unit and not figure.quantity.unset and not fits(figure.quantity.unit, unit):
            self._report(codes.UNIT, reference.span, address, unit=unit, has=figure.quantity.unit)
            return None
        return Num(
            figure.quantity,
            unit or self._unit(address),
            int(digits) if digits else None,
            with_unit=True,
            address=address,
        )

    def _unit(self, address: Address) -> str:
        scope = self.edition.plans.get(address.plan)
        figure = self.edition.scope.figure(address)
        money = figure is not None and figure.quantity.unit.is_money
        return scope.plan.head.unit if scope is not None and money and address.kind == "objectives" else ""

    def _fence(self, fence: Fence) -> Block | None:
        if fence.name not in SHOWN:
            near = did_you_mean(f"plan-{fence.name}", [f"plan-{name}" for name in SHOWN])
            self._report(codes.BLOCK_NAME, fence.span, name=fence.name, near=near, known=", ".join(SHOWN))
            return None
        keys = {entry.key.text: entry.value for entry in fence.body.entries} if fence.body else {}
        for name, value in keys.items():
            if name not in ("from", "id") or not isinstance(value, YamlScalar):
                self._report(codes.BLOCK_KEY, value.span, key=name)
                return None
        section, wanted = keys.get("from"), keys.get("id")
        if not isinstance(section, YamlScalar):
            self._report(codes.BLOCK_KEY, fence.span, key="from")
            return None
        return self._find(fence, section, wanted.text if isinstance(wanted, YamlScalar) else "")

    def _find(self, fence: Fence, section: YamlScalar, wanted: str) -> Block | None:
        blocks = self._blocks(section.text)
        if blocks is None:
            known = ", ".join(self.scope.plan.sections) if self.scope else "plan:section"
            plan, _, kind = section.text.rpartition(":")
            home = self.scope.plan.path if self.scope else ""
            wanted_section = Address(plan or home, kind, ())
            self._report(codes.BLOCK_FROM, section.span, wanted_section, text=section.text, known=known)
            return None
        ids: list[str] = []
        for block in _flat(blocks):
            name = str(getattr(block, "id", ""))
            if isinstance(block, SHOWN[fence.name]):
                if wanted in ("", name):
                    return block.table if fence.name == "table" and isinstance(block, Chart) else block
                ids += [name] if name else []
        self._report(codes.BLOCK_ID, fence.span, name=fence.name, id=wanted or "–", known=", ".join(ids) or "–")
        return None

    def _blocks(self, text: str) -> Iterator[Block] | None:
        plan, _, kind = text.rpartition(":")
        scope = self.edition.plans.get(plan) if plan else self.scope
        if scope is None or scope.section(kind) is None:
            return None
        return self.edition.section_blocks(scope, kind)


def fits(unit: Unit, text: str) -> bool:
    """Whether a figure's unit can be shown in a unit as written: 元 as 万元, but not as 家."""
    try:
        return Unit.parse(text)[0] == unit
    except Refused:
        return False


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _flat(block.blocks)
        else:
            yield block


def narrative_findings(edition: Edition) -> Iterator[Finding]:
    """Everything that is wrong in the references and blocks of a year's narratives."""
    homes: list[tuple[PlanScope | None, dict[str, Narrative]]] = [(None, edition.scope.plan_year.narratives)]
    homes += [(scope, scope.plan.narratives) for scope in edition.plans.values()]
    for scope, narratives in homes:
        for narrative in narratives.values():
            resolver = Resolver(edition, scope, narrative)
            list(resolver.parts())
            yield from resolver.findings
