"""The demo's words: one short line for each scene."""

from typing import assert_never

from hcmd_lab.game.played import Purpose
from hcmd_lab.study.status import Step
from hcmd_lab.telling import counts
from hcmd_lab.telling.numbers import whole
from hcmd_lab.telling.translate import translate
from ui.control.demo.kiosks import PERSON


def told_of_game(purpose: Purpose, seats: int) -> str:
    """What a session is played for, by groups of so many."""
    match purpose:
        case "acquire":
            return translate(
                "Simulated participants play in groups of {seats}: in each round everyone decides "
                "how many coins go into a common fund, which the mechanism divides.",
                seats=seats,
            )
        case "evaluate":
            return translate(
                "EVALUATE: new simulated participants meet two mechanisms and vote for one of them."
            )
        case "pilot":
            return translate(
                "Play at the kiosk “{station}” with {n} simulated participant(s). This is a "
                "pilot: it does not count for the study.",
                station=PERSON,
                n=seats - 1,
            )
        case _:
            assert_never(purpose)


def told_of_step(step: Step) -> str:
    """What a step computes."""
    match step:
        case Step.INITIALISE:
            return translate("The study begins with its first mechanism.")
        case Step.MODEL:
            return translate(
                "MODEL: from these games the computer learns how the participants contribute and "
                "vote."
            )
        case Step.OPTIMIZE:
            return translate(
                "OPTIMIZE: the mechanism learns to win the votes of modelled participants. The "
                "maps show whom it gives the fund."
            )
        case Step.CONVERGENCE:
            return translate("CONVERGENCE: would the new mechanism win against the earlier ones?")
        case Step.EVALUATE:
            return translate("EVALUATE: the votes are counted.")
        case Step.ACQUIRE | Step.DONE:
            raise ValueError(f"{step} computes nothing")
        case _:
            assert_never(step)


def told_of_decisions(kept: int, made: int) -> str:
    """What is there after the session's host was stopped and started again."""
    return translate(
        "The host is back: it has read the session from the disk. {kept} of {made} are there, and "
        "everyone plays on.",
        kept=whole(kept),
        made=counts.decisions(made),
    )
