"""Script settings: instructions and surveys of a session; each part can be switched off."""

from dataclasses import dataclass

from hcmd_lab.game.settings import OnlyIf, setting


@dataclass(frozen=True, slots=True)
class ScriptSettings:
    """Settings of the session's script."""

    participant_list: bool = setting(
        False,
        "Whether only people with a label on the session's participant list can check in; "
        "otherwise anyone can.",
        title="Participant list",
        formerly=("guest_list",),
    )
    ask_label: bool = setting(
        False,
        "Whether participants can type a label when they check in, although there is no "
        "participant list.",
        title="Ask for a label",
        before=False,
    )
    consent: bool = setting(
        True, "Whether participants are asked for their consent once they have checked in.",
        title="Consent",
    )  # fmt: skip
    instructions: bool = setting(
        True, "Whether participants read the study's instructions at their stations.",
        title="Instructions",
    )  # fmt: skip
    page_seconds: int = setting(
        0,
        "Minimum time on each page of the instructions before a participant can turn to the next.",
        title="Minimum time on a page", unit="s", minimum=0, maximum=600, zero="no minimum",
        only_if=OnlyIf("instructions"), before=0,
    )  # fmt: skip
    control_questions: bool = setting(
        True, "Whether participants answer control questions before they play.",
        title="Control questions",
    )  # fmt: skip
    question_attempts: int = setting(
        3,
        "Wrong answers to a control question after which a participant waits for the experimenter.",
        title="Attempts at a question", unit="answer(s)", minimum=1, maximum=20,
        only_if=OnlyIf("control_questions"),
    )  # fmt: skip
    practice_rounds: int = setting(
        0,
        "Rounds played for practice before the first stage, with equal shares; they are not paid "
        "and not among the data of the game.",
        title="Practice rounds", unit="round(s)", minimum=0, maximum=10, zero="no practice",
    )  # fmt: skip
    questionnaire: bool = setting(
        True, "Whether participants answer the study's questionnaire after the game.",
        title="Questionnaire",
    )  # fmt: skip
    payment_screen: bool = setting(
        True, "Whether participants see at the end how much money they receive and why.",
        title="Payment screen",
    )  # fmt: skip
    gate_instructions: bool = setting(
        False,
        "Whether the instructions wait until the experimenter starts them for everyone.",
        title="You start the instructions",
        only_if=OnlyIf("instructions"),
    )
    gate_questionnaire: bool = setting(
        False,
        "Whether the questionnaire waits until the experimenter starts it for everyone.",
        title="You start the questionnaire",
        only_if=OnlyIf("questionnaire"),
    )
    languages: str = setting(
        "",
        "Languages in which participants can read the texts, as codes such as “de, en”, the first "
        "one for whoever reads none of them; empty: all that there are.",
        title="Languages of the texts",
        before="",
        longest=200,
    )

    @property
    def language_codes(self) -> tuple[str, ...]:
        """The chosen languages in order; empty for all that there are."""
        return tuple(self.languages.replace(",", " ").split())


NO_SCRIPT = ScriptSettings(
    consent=False,
    instructions=False,
    control_questions=False,
    questionnaire=False,
    payment_screen=False,
)
"""Of a session that is the game alone: simulated participants need no more."""
