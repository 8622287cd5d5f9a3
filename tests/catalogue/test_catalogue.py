"""The checks of the source documents: each reproduced, or listed with what it waits for. None is forgotten.

`checks.csv` lists all 128: id, the verdict of whoever read the documents, what it is about, and its state here:
`reproduced` by a case; `judged …`, reproduced with another verdict, and why; `shown by` another test; `waits for …`,
with what is lacking.
"""

from collections import Counter
from collections.abc import Mapping
from csv import DictReader
from importlib import import_module
from pathlib import Path

import pytest

from catalogue.case import Case

FOLDER = Path(__file__).parent
CASES: list[Case] = [
    case for path in sorted(FOLDER.glob("s00*.py")) for case in import_module(f"catalogue.{path.stem}").CASES
]
ROWS: list[Mapping[str, str]] = list(DictReader((FOLDER / "checks.csv").open(encoding="utf-8")))
VERDICTS = {"FAILS": 38, "HOLDS": 39, "DERIVED": 27, "PARTIAL": 13, "MISSING": 11}
DOCUMENTS = {
    "S000": (8, 1, 34, 2, 3, 8, 3, 12, 1),
    "S001": (3,),
    "S002": (1, 2, 3, 0, 1, 1, 3, 2, 10),
    "S003": (4, 5, 6, 7, 4, 4),
}
"""How many checks each document of a seed has."""
OTHER_NEEDS = {"holidays", "structure"}
"""What is lacking: the date of a holiday by its name, the end of a list that no count announces."""
ELSEWHERE = "shown by"
"""The state of a check that is no single handbook: two versions are compared by the test that `why` names."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_a_check_of_the_documents(case: Case, tmp_path: Path) -> None:
    """The tool finds what is wrong in the document, and nothing else; it computes what can be computed."""
    case.run(tmp_path)


def test_the_list_is_complete() -> None:
    """Every check of every document, each once, as many of each verdict as were counted when they were read."""
    numbers = [
        f"{seed}-{document}-C{number:02}"
        for seed, counts in DOCUMENTS.items()
        for document, count in enumerate(counts, start=1)
        for number in range(1, count + 1)
    ]
    assert [row["id"] for row in ROWS] == numbers
    assert Counter(row["verdict"] for row in ROWS) == VERDICTS


def test_no_check_is_forgotten() -> None:
    """What is said to be reproduced has one case, what waits has none and says for what, and nothing else is said."""
    states = {row["id"]: row["state"] for row in ROWS}
    shown = {check for check, state in states.items() if state == "reproduced" or state.startswith("judged ")}
    assert Counter(case.check for case in CASES) == Counter(shown)
    elsewhere = {row["id"]: row["why"] for row in ROWS if row["state"] == ELSEWHERE}
    assert [path for path in elsewhere.values() if not (FOLDER.parents[1] / path).is_file()] == []
    waiting = {state for check, state in states.items() if check not in shown and check not in elsewhere}
    assert waiting == {f"waits for {need}" for need in OTHER_NEEDS}
    assert [row["id"] for row in ROWS if (row["state"] == "reproduced") == bool(row["why"])] == []


def test_a_case_shows_its_verdict() -> None:
    """What fails is found, what holds finds nothing, what is missing is found or counted."""
    verdicts = {row["id"]: row["state"].removeprefix("judged ") for row in ROWS if row["state"].startswith("judged ")}
    verdicts = {row["id"]: row["verdict"] for row in ROWS} | verdicts
    for case in CASES:
        verdict = verdicts[case.check]
        assert verdict != "FAILS" or case.finds, f"{case.check} fails and finds nothing"
        assert verdict != "HOLDS" or not case.finds, f"{case.check} holds and finds something"
        assert verdict != "MISSING" or case.finds or case.unset, f"{case.check} lacks nothing"


BUDGET = {
    "budget.yml": """\
setup: {name: 筹备, lines: {desks: {name: 办公桌, amount: 400元}, other: {name: 其他, amount: 待定}}}
"""
}


@pytest.mark.parametrize(
    "wrong",
    [
        Case("", BUDGET),  # one value is unset
        Case("", BUDGET, unset=1, figures={"budget/setup.amount": "400元"}),  # and so is a part of the sum
        Case("", BUDGET, unset=1, figures={"budget/setup.amount": "401元，另有 1 项未定"}),
        Case("", BUDGET, unset=1, figures={"budget/setup.amount": "约400元，另有 1 项未定"}),
        Case("", BUDGET, unset=1, figures={"budget/desks.price": "400元"}),
        Case("", BUDGET, unset=1, finds=(("BUD102",),)),
        Case("", {"budget.yml": "setup: {name: 筹备}\n"}),
        Case("", {"budget.yml": "setup: {name: 筹备}\n"}, finds=(("BUD111", "广告"),)),
    ],
)
def test_a_wrong_case_is_noticed(wrong: Case, tmp_path: Path) -> None:
    """A case that expects anything else than what comes out fails."""
    with pytest.raises(AssertionError):
        wrong.run(tmp_path)


def test_the_right_case_is_not(tmp_path: Path) -> None:
    """The same content with what does come out."""
    Case("", BUDGET, unset=1, figures={"budget/setup.amount": "400元，另有 1 项未定"}).run(tmp_path)
