"""Behaviour shift between iterations (paper section 4.2, Fig. 4).

People meet another mechanism in each iteration and behave differently under it. Models that were
fitted before then predict them worse than models that have seen them.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.modelled import BehaviourShift
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning import arrays, vote_arrays
from hcmd_lab.learning.contribution_fit import mean_cross_entropy_of_set
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.sequences import Sequences
from hcmd_lab.learning.vote_fit import vote_cross_entropy_of_set


def behaviour_shift(
    models: Sequence[ParticipantSet], groups: Sequence[PlayedGroup], game: Game, threads: int = 1
) -> BehaviourShift:
    """The cross-entropies of each iteration's models on each iteration's people.

    Args:
        models: Models of iterations 1 to K, in order.
        groups: Data of the last of them: the groups of iterations 1 to K.
        game: The game they played.
        threads: Iterations whose people are looked at side by side.
    """
    iterations = range(1, len(models) + 1)

    def judged(iteration: int) -> tuple[list[float | None], list[float | None]]:
        people = _People([group for group in groups if group.iteration == iteration], game)
        return [people.contribution(row) for row in models], [people.vote(row) for row in models]

    with ThreadPoolExecutor(threads, "shift") as pool:
        contribution, vote = zip(*pool.map(judged, iterations), strict=True)
    return BehaviourShift(contribution=_by_models(contribution), vote=_by_models(vote))


def _by_models(by_people: Sequence[Sequence[float | None]]) -> list[list[float | None]]:
    """A row for the models of each iteration, from one for the people of each."""
    return [list(row) for row in zip(*by_people, strict=True)]


class _People:
    """The people of one iteration, laid out once for the models of all iterations."""

    def __init__(self, groups: Sequence[PlayedGroup], game: Game) -> None:
        self._groups, self._game = groups, game
        self._data = arrays.contributions(groups, game)
        self._sequences: dict[Inputs, Sequences] = {}
        self._votes: dict[Inputs, vote_arrays.Votes] = {}

    def contribution(self, models: ParticipantSet) -> float | None:
        """Nats per decision; None where nobody decided."""
        if not self._data.decisions:
            return None
        inputs = models.architecture.inputs
        if inputs not in self._sequences:
            device = models[0].contribution.decoder.weight.device
            unit = models.architecture.max_endowment
            self._sequences[inputs] = Sequences.of(self._data, inputs, device, unit)
        return mean_cross_entropy_of_set(models, self._sequences[inputs])

    def vote(self, models: ParticipantSet) -> float | None:
        """Nats per vote; None where nobody voted."""
        inputs = models.architecture.vote_inputs
        if inputs not in self._votes:
            self._votes[inputs] = vote_arrays.votes(self._groups, self._game, inputs)
        votes = self._votes[inputs]
        if not votes.votes:
            return None
        return vote_cross_entropy_of_set([member.vote.flat_weights() for member in models], votes)
