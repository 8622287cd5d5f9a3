"""Checks of SWOT: every judgement is answered, every quadrant is filled, every action stands on judgements."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.swot.answering import answering
from plangen.sections.swot.model import QUADRANTS, Action, Swot
from plangen.sections.swot.wording import quadrant


@check(
    "SWO101",
    Level.INFO,
    takes="swot",
    zh="“{text}”还没有对应任务",
    en="nothing answers “{text}” yet",
    fix_zh="在 answer 里写出应对它的任务或目标，例如 phases/任务编号；不打算应对就在 note 里写明",
    fix_en="name the task or objective that answers it, such as phases/task-id; where none is meant, say so in note",
)
def factors_are_answered(section: Swot, scope: PlanScope) -> Iterator[Finding]:
    """Every judgement has something that answers it.

    A `note` may say why nothing is done; naming the judgement itself is no answer.

    Why: a judgement that nobody acts on changes nothing. It stays on the board, marked, until somebody takes it.
    Bad:
        # swot.yml
        strengths: {record: {text: 做了多年，懂工艺}}
        weaknesses: {new-reps: {text: 部分业务员缺实战, answer: swot/train}}
        opportunities: {growth: {text: 市场在长, answer: swot/train}}
        threats: {crowded: {text: 同行多, answer: swot/train}}
        actions: {train: {pair: weaknesses-opportunities, text: 先培训再上路}}
    Good:
        # swot.yml
        strengths: {record: {text: 做了多年，懂工艺, answer: swot/train}}
        weaknesses: {new-reps: {text: 部分业务员缺实战, answer: swot/train}}
        opportunities: {growth: {text: 市场在长, answer: swot/train}}
        threats: {crowded: {text: 同行多, answer: swot/train}}
        actions: {train: {pair: weaknesses-opportunities, text: 先培训再上路}}
    """
    for factor in section.factors:
        if not factor.note and not answering(factor, scope):
            yield Finding("SWO101", factor.key_span(), {"text": factor.text}, scope.year, factor.address())


@check(
    "SWO102",
    Level.WARNING,
    takes="swot",
    zh="“{quadrant}”一栏是空的",
    en="the quadrant “{quadrant}” is empty",
    fix_zh="在 {name} 下至少写一条判断，并写上依据",
    fix_en="write at least one judgement under {name}, with its evidence",
)
def quadrants_are_filled(section: Swot, scope: PlanScope) -> Iterator[Finding]:
    """Every quadrant has at least one judgement.

    Why: an empty quadrant was forgotten more often than it is true. A quadrant that an action builds on is the worse
    finding SWO103 instead.
    Bad:
        # swot.yml
        strengths: {record: {text: 做了多年，懂工艺}}
        weaknesses: {new-reps: {text: 部分业务员缺实战}}
        opportunities: {growth: {text: 市场在长}}
    Good:
        # swot.yml
        strengths: {record: {text: 做了多年，懂工艺}}
        weaknesses: {new-reps: {text: 部分业务员缺实战}}
        opportunities: {growth: {text: 市场在长}}
        threats: {crowded: {text: 同行多}}
    """
    for name in QUADRANTS:
        if not section.quadrant(name) and not _actions_on(section, name):
            args = {"quadrant": quadrant(name, scope), "name": name}
            yield Finding("SWO102", section.key_span(name), args, scope.year)


@check(
    "SWO103",
    Level.ERROR,
    takes="swot",
    zh="做法{actions}用到“{quadrant}”，这一栏却是空的",
    en="{actions} build on “{quadrant}”, which is empty",
    fix_zh="在 {name} 下写出它依据的判断，或改 pair",
    fix_en="write the judgement it builds on under {name}, or change pair",
)
def actions_stand_on_factors(section: Swot, scope: PlanScope) -> Iterator[Finding]:
    """An action joins two quadrants that both have judgements.

    Why: an action that builds on nothing has lost its reason.
    Bad:
        # swot.yml
        strengths: {record: {text: 做了多年，懂工艺}}
        weaknesses: {new-reps: {text: 部分业务员缺实战}}
        opportunities: {growth: {text: 市场在长}}
        actions: {hold: {pair: strengths-threats, text: 大客户专人跟进}}
    Good:
        # swot.yml
        strengths: {record: {text: 做了多年，懂工艺}}
        weaknesses: {new-reps: {text: 部分业务员缺实战}}
        opportunities: {growth: {text: 市场在长}}
        threats: {crowded: {text: 同行多}}
        actions: {hold: {pair: strengths-threats, text: 大客户专人跟进}}
    """
    for name in QUADRANTS:
        actions = _actions_on(section, name)
        if actions and not section.quadrant(name):
            said = scope.word("、", ", ").join(
                scope.word("“{name}”", "“{name}”", name=action.text) for action in actions
            )
            args = {"actions": said, "quadrant": quadrant(name, scope), "name": name}
            related = tuple((action.span("pair"), action.id) for action in actions[1:])
            yield Finding("SWO103", actions[0].span("pair"), args, scope.year, actions[0].address(), (), related)


def _actions_on(section: Swot, name: str) -> list[Action]:
    return [action for action in section.actions.values() if name in action.quadrants]
