"""The coverage of source documents as text for terminals."""

from collections.abc import Callable, Iterable, Iterator

from plangen.coverage import Carried, Count, Coverage
from plangen.render.terminal.columns import pad, paint, visible, width
from plangen.values import Span, say

_WORDS = {
    "none": ("没有登记来源文件：把它们写进 shared/sources/", "no source documents are registered in shared/sources/"),
    "total": (
        "来源 {total} 条：有着落 {carried}（{share}），写在别的章节 {other}，没有着落 {missing}，注明不写 {left}",
        "{total} source items: {carried} carried ({share}), {other} elsewhere, {missing} missing, {left} left out",
    ),
    "documents": ("按来源文件", "By document"),
    "kinds": ("按章节", "By kind"),
    "missing": ("没有着落的", "Missing"),
    "other": ("写在别的章节的", "Carried by another kind"),
    "wanted": ("应在 {kind}，写在：", "to be in {kind}, is in:"),
    "twice": ("一年里写了不止一处的", "Carried more than once in a year"),
    "lacks": ("缺数的", "Without a figure of theirs"),
    "lacking": ("没有 {numbers}：", "no {numbers}:"),
    "left": ("注明不写的", "Left out on purpose"),
    "still": ("；可是写了：", "; carried all the same:"),
    "unknown": ("没有登记的编号", "Ids that no register has"),
    "plain": ("没有写来源的条目，按计划", "Items without a source, by plan"),
    "of": ("{without} / {items} 条", "{without} of {items}"),
}
Row = tuple[str, ...]


def render_coverage(coverage: Coverage, language: str, *, listed: bool = False) -> str:
    """What is carried, by document and kind; then every list that is not empty. `listed` names the items of plans too.

    Each item stands with what it is about and its place, each carrier with its address and its place.
    """
    teller = _Teller(coverage, language, listed=listed)
    return "\n".join(line.rstrip() for line in teller.lines()) + "\n"


def share_words(count: Count) -> str:
    """The share in whole percent, cut: 99.9% is no 100%."""
    share = count.share
    return "—" if share is None else f"{share.numerator * 100 // share.denominator}%"


class _Teller:
    """Writes one coverage in one language."""

    def __init__(self, coverage: Coverage, language: str, *, listed: bool) -> None:
        self.coverage = coverage
        self.language = language
        self.listed = listed

    def say(self, key: str, **args: object) -> str:
        return say(_WORDS[key], self.language).format(**args)

    def lines(self) -> Iterator[str]:
        if not self.coverage.documents:
            yield self.say("none")
            return
        yield self._total(self.coverage.total)
        counts = [(each, self.coverage.of_document(each)) for each in self.coverage.documents]
        yield from self._table("documents", ((d.document, d.title, *_counted(count)) for d, count in counts))
        kinds = self.coverage.by_kind().items()
        yield from self._table("kinds", ((kind, "", *_counted(count)) for kind, count in kinds))
        yield from self._items("missing", self._with("missing"))
        yield from self._items("other", self._with("other"), self._wanted)
        yield from self._items("twice", (each for each in self.coverage.items if each.twice), self._twice)
        yield from self._items("lacks", (each for each in self.coverage.items if each.lacks), self._lacking)
        yield from self._items("left", self._with("left"), self._left)
        yield from self._unknown()
        yield from self._plain()

    def _total(self, count: Count) -> str:
        parts = {"carried": count.carried, "other": count.other, "missing": count.missing, "left": count.left}
        return paint(self.say("total", total=count.total, share=share_words(count), **parts), "bold")

    def _with(self, status: str) -> Iterator[Carried]:
        return (each for each in self.coverage.items if each.status == status)

    def _table(self, key: str, rows: Iterable[Row]) -> Iterator[str]:
        table = [tuple(map(visible, row)) for row in rows]
        widths = [max((width(row[place]) for row in table), default=0) for place in range(4)]
        yield from ("", paint(self.say(key), "bold"))
        for name, title, share, parts in table:
            right = " " * (widths[2] - width(share)) + share
            yield f"  {pad(name, widths[0])}  {right}  {pad(parts, widths[3])}  {title}"

    def _items(
        self, key: str, items: Iterable[Carried], more: Callable[[Carried], str] = lambda _: ""
    ) -> Iterator[str]:
        found = list(items)
        if not found:
            return
        yield from ("", paint(f"{self.say(key)} ({len(found)})", "bold"))
        for each in found:
            place = paint(_at(each.item.key_span()), "dim")
            yield f"  {visible(each.name)}  {visible(each.item.kind)}  {visible(each.item.about)}  {place}"
            note = more(each)
            if note:
                yield f"    {note}"
            if note.endswith((":", "：")):
                yield from (f"      {visible(str(one))}  {paint(_at(one.span), 'dim')}" for one in each.carriers)

    def _wanted(self, each: Carried) -> str:
        return self.say("wanted", kind=each.item.kind)

    def _twice(self, each: Carried) -> str:
        return f"{', '.join(map(str, each.twice))}:"

    def _lacking(self, each: Carried) -> str:
        return self.say("lacking", numbers=", ".join(map(visible, each.lacks)))

    def _left(self, each: Carried) -> str:
        return visible(each.item.left or "") + (self.say("still") if each.carriers else "")

    def _unknown(self) -> Iterator[str]:
        unknown = self.coverage.unknown
        if unknown:
            yield from ("", paint(f"{self.say('unknown')} ({len(unknown)})", "bold"))
            yield from (f"  {visible(one.name)}  {visible(str(one))}  {paint(_at(one.span), 'dim')}" for one in unknown)

    def _plain(self) -> Iterator[str]:
        without = [(*key, items) for key, items in self.coverage.by_plan().items() if not all(i.sourced for i in items)]
        if without:
            yield from ("", paint(self.say("plain"), "bold"))
        for year, plan, items in without:
            bare = [each for each in items if not each.sourced]
            yield f"  {year} {visible(plan)}  {self.say('of', without=len(bare), items=len(items))}"
            if self.listed:
                yield from (f"    {visible(str(each.address))}  {paint(_at(each.span), 'dim')}" for each in bare)


def _counted(count: Count) -> tuple[str, str]:
    return share_words(count), f"{count.carried}/{count.due}" + (f" (-{count.left})" if count.left else "")


def _at(span: Span) -> str:
    return f"{span.file}:{span.line}:{span.column}"
