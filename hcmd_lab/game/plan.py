"""What is fixed before a session begins: who will meet which mechanism in which condition."""

from dataclasses import dataclass

from hcmd_lab.game.played import Purpose
from hcmd_lab.game.rules import Game
from hcmd_lab.game.settings import SessionSettings


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """One group's conditions, drawn from the session's seed.

    Attributes:
        tail_endowment: Coins of each tail seat, the same in all stages.
        mechanisms: SHA-256 of the tables of stage 1 and stage 2.
        seat_order: The seats in the order in which arriving participants take them.
        left_stage: Per seat the stage (1 or 2) that its vote page shows on the left.
    """

    tail_endowment: int
    mechanisms: tuple[str, str]
    seat_order: tuple[int, ...]
    left_stage: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """A whole session.

    Attributes:
        purpose: Acquire, evaluate or pilot; a pilot's data are kept apart.
        iteration: The study's iteration it belongs to (1 for the first).
        seed: From which the groups' plans and the coin tosses are drawn.
        game: The parameters of the game.
        settings: How the session is run.
        groups: In order of their numbers, which begin at 1.
    """

    purpose: Purpose
    iteration: int
    seed: int
    game: Game
    settings: SessionSettings
    groups: tuple[GroupPlan, ...]
