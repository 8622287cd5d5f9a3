"""CODEOWNERS as text: patterns, escapes, blocks, and who owns a file by them."""

import re

import pytest

from plangen.render.code_owners import Ownership, code_owners, lines_in, owners_of, with_block

OWN = "# mine\n/tools/ @ops\n"


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("", "*"),
        ("content/2026/", "/content/2026/"),
        ("content/华东 区/目标.yml", "/content/华东\\ 区/目标.yml"),
        ("content/[draft]/a.yml", "/content/?draft?/a.yml"),
        ("plans #1/a!b.yml", "/plans\\ ?1/a?b.yml"),
        ("content/全\u3000角.md", "/content/全?角.md"),
    ],
)
def test_pattern(path: str, pattern: str) -> None:
    """A space is escaped; what GitHub cannot escape becomes `?`; the rule covers its own path."""
    text = code_owners([Ownership(path, ("@a", "@b/c"))])
    assert text.splitlines()[1] == f"{pattern}  @a @b/c"
    file = f"{path}x.yml" if not path or path.endswith("/") else path
    assert owners_of(file, lines_in(text)) == ("@a", "@b/c")


@pytest.mark.parametrize(
    ("pattern", "owned", "others"),
    [
        ("*", ["a", "b/c.md"], []),
        ("*.md", ["a.md", "b/c.md"], ["a.mdx", "b/c.yml"]),
        ("/docs/", ["docs/a", "docs/b/c"], ["docs", "x/docs/a"]),
        ("docs/", ["docs/a", "x/docs/a"], ["docs"]),
        ("/docs/*", ["docs/a"], ["docs/b/c"]),
        ("/docs/**/a.md", ["docs/a.md", "docs/b/c/a.md"], ["a.md"]),
        ("docs/**", ["docs/a", "docs/b/c"], ["docs"]),
        ("/a.b", ["a.b", "a.b/c"], ["axb", "x/a.b"]),
        ("/a?c", ["abc"], ["a/c", "abbc"]),
        ("/a\\ b", ["a b"], ["a"]),
    ],
)
def test_who_owns(pattern: str, owned: list[str], others: list[str]) -> None:
    """As gitignore has it, which forges follow."""
    lines = lines_in(f"{pattern} @a\n")
    assert [bool(owners_of(path, lines)) for path in (*owned, *others)] == [True] * len(owned) + [False] * len(others)


def test_the_last_rule_holds() -> None:
    """Also where it has no owner; comments and GitLab's headings are no rules."""
    text = "* @a  # all\n[Plans] @z\n^[More]\n# /x @y\n/plans/ @b @c\n/plans/open/\n"
    lines = lines_in(text)
    assert [line.line for line in lines] == [1, 5, 6]
    assert [owners_of(path, lines) for path in ("x", "plans/x", "plans/open/x")] == [("@a",), ("@b", "@c"), ()]


def test_only_the_block_is_replaced() -> None:
    """What stands around it stays; a file without a whole block has no place for it."""
    old, new = (
        code_owners([Ownership("", ("@old",))]),
        code_owners([Ownership("", ("@new",)), Ownership("a/", ("@b",))]),
    )
    assert with_block(OWN + old + "\n/last @z\n", new) == OWN + new + "\n/last @z\n"
    assert with_block(new, new) == new
    assert with_block(OWN, new) is None
    assert with_block(re.sub("(?m)^# plangen owners: end\n", "", old), new) is None


def test_rules_of_the_block() -> None:
    """Only these are compared; all of a file that has no marks."""
    text = OWN + code_owners([Ownership("", ("@a",))])
    assert [str(line) for line in lines_in(text, of_block=True)] == ["* @a"]
    assert [str(line) for line in lines_in(text)] == ["/tools/ @ops", "* @a"]
    assert [str(line) for line in lines_in(OWN, of_block=True)] == ["/tools/ @ops"]
