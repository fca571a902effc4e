"""Contents of a session before it is opened: what people go through, and what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from hcmd_lab.game.materials import Materials
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.rules import Game
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import Dropout
from hcmd_lab.study.study import Study


class Content(StrEnum):
    """An entry in the list of a session's contents, in the order of the list."""

    PURPOSE = "purpose"
    GROUPS = "groups"
    CHECK_IN = "check_in"
    CONSENT = "consent"
    INSTRUCTIONS = "instructions"
    QUESTIONS = "control_questions"
    PRACTICE = "practice"
    GAME = "game"
    QUESTIONNAIRE = "questionnaire"
    PAYMENT_SCREEN = "payment_screen"
    PAYMENT = "payment"
    TIMES = "times"
    DROPOUT = "dropout"
    BLIND = "blind"


class Gap(StrEnum):
    """Something that people would miss, or that stops them."""

    NO_CONSENT = "no_consent"
    NO_INSTRUCTIONS = "no_instructions"
    NO_QUESTIONS = "no_control_questions"
    NO_QUESTIONNAIRE = "no_questionnaire"
    PAY_UNSEEN = "pay_unseen"
    NO_LIST = "no_list"  # labels are asked for, and any label is accepted
    FEW_LABELS = "few_labels"  # fewer on the list than seats
    ENDLESS_WAIT = "endless_wait"  # nothing ends the wait for a lost station


@dataclass(frozen=True, slots=True)
class SessionContents:
    """Contents of a session.

    Attributes:
        purpose: The session's purpose.
        game: The parameters of its game.
        tail_endowments: Tail endowment of each group.
        pairs: Names of the two mechanisms that a group may compare, each pair in both orders.
        rules: All settings.
        materials: The texts.
        labels: Labels on the participant list; 0 if anyone can check in.
        simulated: Whether programs play.
    """

    purpose: Purpose
    game: Game
    tail_endowments: tuple[int, ...]
    pairs: tuple[tuple[str, str], ...]
    rules: SessionRules
    materials: Materials
    labels: int
    simulated: bool

    @property
    def groups(self) -> int:
        """Number of groups."""
        return len(self.tail_endowments)

    @property
    def seats(self) -> int:
        """Number of seats."""
        return self.groups * self.game.seats

    def includes(self, content: Content) -> bool:
        """Whether the session has a part; everything that is not a part is always there."""
        script = self.rules.script
        match content:
            case Content.CONSENT:
                return script.consent
            case Content.INSTRUCTIONS:
                return script.instructions
            case Content.QUESTIONS:
                return script.control_questions
            case Content.PRACTICE:
                return script.practice_rounds > 0
            case Content.QUESTIONNAIRE:
                return script.questionnaire
            case Content.PAYMENT_SCREEN:
                return script.payment_screen
            case Content.BLIND:
                return self.rules.settings.blind
            case (
                Content.PURPOSE | Content.GROUPS | Content.CHECK_IN | Content.GAME
                | Content.PAYMENT | Content.TIMES | Content.DROPOUT
            ):  # fmt: skip
                return True
            case _:
                assert_never(content)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What people would miss; simulated participants miss nothing."""
        return () if self.simulated else tuple(self._gaps())

    def _gaps(self) -> Iterator[Gap]:
        script, settings = self.rules.script, self.rules.settings
        if not script.consent:
            yield Gap.NO_CONSENT
        if not script.instructions:
            yield Gap.NO_INSTRUCTIONS
        if not script.control_questions:
            yield Gap.NO_QUESTIONS
        if not script.questionnaire:
            yield Gap.NO_QUESTIONNAIRE
        if not script.payment_screen:
            yield Gap.PAY_UNSEEN
        if script.participant_list and self.labels < self.seats:
            yield Gap.FEW_LABELS
        if script.ask_label and not script.participant_list:
            yield Gap.NO_LIST
        if settings.decide_s == 0 and settings.dropout is Dropout.HOLD:
            yield Gap.ENDLESS_WAIT


def session_contents(
    study: Study,
    purpose: Purpose,
    groups: int,
    rules: SessionRules,
    participant_list: Sequence[str] = (),
    contrast: int | None = None,
) -> SessionContents:
    """Contents of the session that the study would plan now; the arguments are those of the plan.

    Raises:
        OperatorError: The study does not play such a session now, or a text is missing or wrong.
    """
    tails = study.conditions(purpose, groups, contrast)
    return SessionContents(
        purpose,
        study.game,
        tails,
        study.pairs_for(purpose, contrast),
        rules,
        study.materials(rules, tails),
        len(participant_list) if rules.script.participant_list else 0,
        study.settings.simulated,
    )
