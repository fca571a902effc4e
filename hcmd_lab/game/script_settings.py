"""What participants go through beside the game; every part can be switched off."""

from dataclasses import dataclass

from hcmd_lab.game.settings import setting


@dataclass(frozen=True, slots=True)
class ScriptSettings:
    """Settings of the session's script."""

    guest_list: bool = setting(
        False,
        "Whether participants check in with a label of the session's participant list only; "
        "otherwise "
        "with any label or none.",
    )
    consent: bool = setting(
        False, "Whether participants are asked for their consent before anything else."
    )
    instructions: bool = setting(
        False, "Whether participants read the study's instructions at their stations."
    )
    control_questions: bool = setting(
        False, "Whether participants answer control questions before they play."
    )
    question_attempts: int = setting(
        3,
        "Wrong answers to a control question after which the station calls the experimenter.",
        unit="answers", minimum=1, maximum=20, title="Attempts at a question",
    )  # fmt: skip
    practice_rounds: int = setting(
        0,
        "Rounds played for practice before the first stage, under equal shares; they are not paid "
        "and not in the data.",
        unit="rounds", minimum=0, maximum=10,
    )  # fmt: skip
    questionnaire: bool = setting(
        False, "Whether participants answer the study's questionnaire after the game."
    )
    payment_screen: bool = setting(
        False, "Whether participants see at the end how much money they receive and why."
    )
    gate_instructions: bool = setting(
        False,
        "Whether the instructions begin for everyone at the experimenter's go.",
        title="Gate before the instructions",
    )
    gate_questionnaire: bool = setting(
        False,
        "Whether the questionnaire begins for everyone at the experimenter's go.",
        title="Gate before the questionnaire",
    )
