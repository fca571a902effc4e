"""Session plan: everything fixed before a session begins."""

from dataclasses import dataclass, field

from hcmd_lab.game.materials import NO_MATERIALS, Materials
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_settings import NO_SCRIPT, ScriptSettings
from hcmd_lab.game.session_settings import SessionSettings


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """One group's conditions, drawn from the session's seed.

    Attributes:
        tail_endowment: Coins of each tail seat, the same in all stages.
        mechanisms: SHA-256 of the tables of stage 1 and stage 2.
        seat_order: The seats in the order in which arriving participants take them.
        left_stage: Per seat the stage (1 or 2) that its vote page shows on the left.
        practice_mechanism: SHA-256 of the table that divides the fund in the practice rounds;
            empty if there are none.
    """

    tail_endowment: int
    mechanisms: tuple[str, str]
    seat_order: tuple[int, ...]
    left_stage: tuple[int, ...]
    practice_mechanism: str = ""


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """Plan of a whole session.

    Attributes:
        purpose: Acquire, evaluate or pilot; a pilot's data are kept apart.
        iteration: The study's iteration it belongs to (1 for the first).
        seed: Seed of the groups' plans and the coin tosses.
        game: The parameters of the game.
        settings: The session's procedure.
        groups: Plans by group number, which begins at 1.
        script: Instructions and surveys; none in a plan that was stored before there were any.
        payment: The rules of payment.
        materials: Texts of the instructions and surveys.
    """

    purpose: Purpose
    iteration: int
    seed: int
    game: Game
    settings: SessionSettings
    groups: tuple[GroupPlan, ...]
    script: ScriptSettings = NO_SCRIPT
    payment: PaymentSettings = field(default_factory=PaymentSettings)
    materials: Materials = field(default_factory=lambda: NO_MATERIALS)

    @property
    def mechanisms(self) -> frozenset[str]:
        """SHA-256 of every table played in the session, including practice."""
        used = {sha256 for group in self.groups for sha256 in group.mechanisms}
        used |= {group.practice_mechanism for group in self.groups}
        return frozenset(used - {""})


def rounds_of_stage(plan: SessionPlan, stage: int) -> int:
    """Rounds of a stage; stage 0 is the practice."""
    return plan.game.rounds if stage else plan.script.practice_rounds
