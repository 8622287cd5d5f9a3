"""Words of tables: what a cell may name, by its id, or by a name that nothing else there has."""

from collections.abc import Mapping

from plangen.values import told
from plangen.values.near import did_you_mean
from plangen.values.record import record


@record
class Words:
    """What may be named.

    `meant` tells for each word the id that it means; `shared` for each name that several have their ids, in order: it
    means none of them.
    """

    meant: Mapping[str, str]
    shared: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, names: Mapping[str, str]) -> "Words":
        """The words of things that have an id and a name; a word that is an id means that."""
        by_name: dict[str, list[str]] = {}
        for id_, name in names.items():
            by_name.setdefault(name, []).append(id_)
        others = {name: ids for name, ids in by_name.items() if name and name not in names}
        alone = {name: ids[0] for name, ids in others.items() if len(ids) == 1}
        shared = {name: tuple(ids) for name, ids in others.items() if len(ids) > 1}
        return cls({**alone, **{id_: id_ for id_ in names}}, shared)

    def hint(self, text: str) -> tuple[str, str]:
        """What may have been meant by a text that means nothing, as the end of a sentence in Chinese and English."""
        if text in self.shared:
            ids, listed = "、".join(self.shared[text]), ", ".join(self.shared[text])
            several = ("，它是 {ids} 共同的名字，请写编号", "; it is the name of {listed}: write the id")
            return told(*several, ids=ids, listed=listed)
        return did_you_mean(text, self.meant)
