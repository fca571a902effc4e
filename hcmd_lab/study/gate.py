"""The gate before people: what has to be known of a mechanism before it enters a session.

Every question gives one finding, also where all is well. A finding that goes past a limit of the
study stops the mechanism, until the experimenter passes over it, with a reason that is kept.
Findings carry figures; `hcmd_lab.telling.gate` words them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from hcmd_lab.jobs.foreseen import ForeseeResult, Remedy
from hcmd_lab.jobs.modelled import Against, CrossEntropies, ModelResult, Reference
from hcmd_lab.study.settings import StudySettings


class Question(StrEnum):
    """A question that the gate asks of a mechanism and of what is known of people."""

    MODELLED = "modelled"  # have people been modelled at all?
    DECISIONS = "decisions"  # does MODEL predict contributions better than a guess?
    VOTES = "votes"  # does it predict votes better than a coin toss?
    FORESEEN = "foreseen"  # has the mechanism been played with the models?
    KNOWN = "known"  # does what is predicted lie where data are?
    LOST = "lost"  # how often would somebody have done better to keep everything?
    SERVED = "served"  # who is served least?
    AGREED = "agreed"  # do the models know which of two mechanisms wins the votes?


class Answer(StrEnum):
    """How a question is answered."""

    WELL = "well"
    MIND = "mind"  # worth knowing; it stops nothing
    STOPS = "stops"  # past a limit of the study


@dataclass(frozen=True, slots=True)
class GateFinding:
    """The answer to one question.

    Attributes:
        question: The question.
        answer: Its answer.
        source: What the answer rests on; None where nothing is there to rest on.
        passed_over: The experimenter's reason for going on nevertheless; empty without one.
    """

    question: Question
    answer: Answer
    source: ModelResult | ForeseeResult | None = None
    passed_over: str = ""

    @property
    def stops(self) -> bool:
        """Whether the mechanism may not enter a session for it."""
        return self.answer is Answer.STOPS and not self.passed_over


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An experimenter's decision to go on past a finding.

    Attributes:
        question: The finding's.
        mechanism: SHA-256 of the mechanism's table.
        participants: Checkpoint of the models that the finding rests on; empty without any.
        reason: Why, in the experimenter's words.
        utc: When.
        version: Of the program.
        by: The user of the computer; empty if unknown.
        name: The mechanism's; empty if an earlier version kept the decision.
    """

    question: Question
    mechanism: str
    participants: str
    reason: str
    utc: str
    version: str
    by: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """All that is known of a mechanism before it enters a session.

    Attributes:
        mechanism: SHA-256 of its table.
        name: Its name.
        findings: One for each question that can be asked.
        model: The newest MODEL; None before the first.
        prospect: What its models expect under the mechanism; None if nobody has looked.
        limits: The study's settings.
    """

    mechanism: str
    name: str
    findings: tuple[GateFinding, ...]
    model: ModelResult | None
    prospect: ForeseeResult | None
    limits: StudySettings

    @property
    def is_open(self) -> bool:
        """Whether the mechanism may enter a session with people."""
        return not any(finding.stops for finding in self.findings)

    @property
    def remedy(self) -> Remedy | None:
        """The first restriction tried under which the losses would stay within the limit."""
        if self.prospect is None:
            return None
        within = (r for r in self.prospect.remedies if r.somebody_lost <= self.limits.gate_lost)
        return next(within, None)

    @property
    def votes_foreseen(self) -> ForeseeResult | None:
        """What its models expect of votes; None if nobody has looked or they had none."""
        return _foreseen(self.model, self.prospect)


def judge(
    mechanism: str,
    name: str,
    model: ModelResult | None,
    prospect: ForeseeResult | None,
    limits: StudySettings,
    passed_over: Iterable[PassedOver] = (),
) -> Gate:
    """Answer every question about a mechanism.

    Args:
        mechanism: SHA-256 of its table.
        name: Its name.
        model: The newest MODEL, if there is one.
        prospect: What that MODEL expects of the mechanism, if it was asked.
        limits: The study's settings.
        passed_over: What the experimenter has decided; other mechanisms' and models' are ignored.
    """
    participants = "" if model is None else model.checkpoint
    reasons = {
        each.question: each.reason
        for each in passed_over
        if (each.mechanism, each.participants) == (mechanism, participants)
    }
    findings = tuple(
        replace(finding, passed_over=reasons.get(finding.question, ""))
        if finding.answer is Answer.STOPS
        else finding
        for finding in _findings(model, prospect, limits)
    )
    return Gate(mechanism, name, findings, model, prospect, limits)


def _findings(
    model: ModelResult | None, prospect: ForeseeResult | None, limits: StudySettings
) -> Iterator[GateFinding]:
    if model is None:
        # The first mechanism meets people of whom nothing is known: that is what it is for.
        yield GateFinding(Question.MODELLED, Answer.MIND)
        return
    yield GateFinding(Question.MODELLED, Answer.WELL, model)
    yield GateFinding(Question.DECISIONS, _predicts(model.contribution, limits.gate_gain), model)
    votes = _predicts(model.vote, limits.gate_gain) if model.votes else Answer.STOPS
    yield GateFinding(Question.VOTES, votes, model)
    if prospect is None:
        yield GateFinding(Question.FORESEEN, Answer.STOPS)
        return
    yield GateFinding(Question.FORESEEN, Answer.WELL, prospect)
    yield GateFinding(Question.KNOWN, _within(prospect.known >= limits.gate_known), prospect)
    keeps = prospect.somebody_lost.mean <= limits.gate_lost
    yield GateFinding(Question.LOST, _within(keeps), prospect)
    yield GateFinding(Question.SERVED, Answer.WELL, prospect)
    foreseen = _foreseen(model, prospect)
    is_open = foreseen is None or (foreseen.is_compared and not foreseen.is_decided)
    yield GateFinding(Question.AGREED, Answer.MIND if is_open else Answer.WELL, prospect)


def _foreseen(model: ModelResult | None, prospect: ForeseeResult | None) -> ForeseeResult | None:
    """What models expect of votes; without any to learn from they expect nothing."""
    return prospect if model is not None and model.votes else None


GUESSES = (Reference.UNIFORM, Reference.ENDOWMENT_MARGINAL, Reference.COIN_TOSS)
"""A guess knows nothing of the person: how often each contribution was made from the same
endowment, all alike, or a coin toss."""


def gain(entropies: CrossEntropies) -> float:
    """Nats a decision or vote by which the model beats the best guess on groups left out."""
    known = [entropies.references[each] for each in GUESSES if each in entropies.references]
    return min(known) - entropies.held_out


def is_sure(entropies: CrossEntropies, least: float) -> bool:
    """Whether that gain is larger than so many nats beyond what the choice of groups explains."""
    return entropies.against(GUESSES, least) is Against.BETTER


def _predicts(entropies: CrossEntropies, least: float) -> Answer:
    if gain(entropies) < least:
        return Answer.STOPS
    return Answer.WELL if is_sure(entropies, least) else Answer.MIND


def _within(is_within: bool) -> Answer:
    return Answer.WELL if is_within else Answer.STOPS
