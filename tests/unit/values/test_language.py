"""Words are said in the language that is asked for; a catalogue stands behind every further one."""

import pytest

from plangen.values import Language, is_chinese, missing, named, say, source


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-hant", "zh-Hant"),
        ("en", "en"),
        ("en-GB", "en"),
        ("de", "zh-Hans"),
    ],
)
def test_a_tag_means_a_language(tag: str, language: Language) -> None:
    """Tags as settings, browsers and gettext write them."""
    assert named(tag) == language


def test_each_language_has_a_source() -> None:
    """Punctuation and measure words go by it."""
    assert [(source(each), is_chinese(each)) for each in ("zh", "zh-Hant", "en-GB")] == [
        ("zh", True),
        ("zh", True),
        ("en", False),
    ]


@pytest.mark.parametrize(("language", "said"), [("zh", "3 份计划"), ("zh-Hans", "3 份计划"), ("en", "3 plans")])
def test_a_template_is_filled(language: str, said: str) -> None:
    """Fields stand by their names."""
    assert say(("{n} 份计划", "{n} plans"), language, n=3) == said


def test_without_parts_a_word_stays_as_it_is() -> None:
    """It may be a template for somebody else."""
    assert say(("{n} 份计划", "{n} plans"), "en") == "{n} plans"


def test_a_word_that_no_catalogue_has_is_said_in_its_source_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A section kind of somebody else has words that our catalogue cannot know."""
    monkeypatch.setattr("plangen.values.language._missing", {})  # other tests count what is missing too
    pair = ("没有人译过的词", "a word that nobody translated")
    assert (say(pair, "zh-TW"), pair in missing("zh-Hant")) == (pair[0], True)
    assert not missing("zh-Hans")
