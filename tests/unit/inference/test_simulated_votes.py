"""Votes of simulated people with which a power analysis is rehearsed."""

from hcmd_lab.game.people_choice import People
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.inference.simulated_votes import SimulatedVotes, simulated_votes


def of(people: People) -> SimulatedVotes:
    return simulated_votes(population_of(people), PAPER_GAME, seed=1)


def test_they_prefer_liberal_egalitarian() -> None:
    votes = of(People.CALIBRATED)
    assert votes == of(People.CALIBRATED)
    assert 0.55 < votes.share.low < votes.share.estimate < votes.share.high < 0.7
    assert -1 / 3 <= votes.correlation < 0.2


def test_noise_makes_votes_more_even() -> None:
    noisier, usual, steadier = (
        of(people).share for people in (People.NOISIER, People.CALIBRATED, People.STEADIER)
    )
    assert noisier.high < usual.low < usual.high < steadier.low
