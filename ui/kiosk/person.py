"""A simulated person at a station, rebuilt for every choice from the screen alone."""

import hashlib
from typing import Protocol

import numpy as np

from hcmd_lab.game import people
from hcmd_lab.game.people_traits import CALIBRATED, Population, Traits, draw_traits
from hcmd_lab.game.rules import HUNDREDTHS
from hcmd_lab.game.view import SeatView


class Player(Protocol):
    """Makes the choices of a station's participant."""

    def contribute(self, view: SeatView) -> int:
        """Whole coins between 0 and the player's endowment."""

    def vote(self, view: SeatView) -> int:
        """Stage 1 or 2."""


class SimulatedPerson:
    """Plays like the simulated people of `hcmd_lab.game.people`.

    Nothing is remembered between two choices. Each one follows from the seed, the participant's
    code, the stage, the round and the rounds on the screen: a bot that is killed and started again
    goes on as if nothing had happened.

    Args:
        seed: The station's seed.
        population: Who it is one of.
    """

    def __init__(self, seed: int, population: Population = CALIBRATED) -> None:
        self._seed, self._population = seed, population

    def contribute(self, view: SeatView) -> int:
        """Whole coins between 0 and the player's endowment."""
        traits, memory = self._come_to_be(view)
        if view.round == 1:
            memory = people.begin_stage(traits, memory)
        dice = self._dice(view, f"stage {view.stage} round {view.round}")
        return int(people.contribute(traits, memory, view.endowments, dice))

    def vote(self, view: SeatView) -> int:
        """Stage 1 or 2."""
        traits, memory = self._come_to_be(view)
        return int(people.vote(traits, memory, self._dice(view, "vote")))

    def _come_to_be(self, view: SeatView) -> tuple[Traits, people.Memory]:
        """The person's traits, and memory of the rounds on the screen."""
        traits = draw_traits(self._dice(view, "traits"), population=self._population)
        memory = people.new_memory(traits)
        for paid in view.history:
            if paid.round == 1:
                memory = people.begin_stage(traits, memory)
            payouts = np.array(paid.payout_hundredths) / HUNDREDTHS
            memory = people.observe(traits, memory, view.endowments, paid.contributions, payouts)
        return traits, memory

    def _dice(self, view: SeatView, purpose: str) -> np.random.Generator:
        name = f"{self._seed}/{view.participant}/{purpose}"
        return np.random.default_rng(list(hashlib.sha256(name.encode()).digest()))
