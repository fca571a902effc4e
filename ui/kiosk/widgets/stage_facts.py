"""A stage summed up from the rounds on the screen."""

from dataclasses import dataclass

from hcmd_lab.game.view import RoundView, SeatView


@dataclass(frozen=True, slots=True)
class StageFacts:
    """A stage in hundredths of a coin, players in the viewer's order.

    Attributes:
        stage: 1, 2 or 3.
        rewards_hundredths: Own rewards, round by round.
        given_hundredths: Mean contribution per round, by player.
        paid_hundredths: Mean payout per round, by player.
    """

    stage: int
    rewards_hundredths: tuple[int, ...]
    given_hundredths: tuple[int, ...]
    paid_hundredths: tuple[int, ...]

    @property
    def total_hundredths(self) -> int:
        """Own rewards in the stage."""
        return sum(self.rewards_hundredths)


def stage_rounds(view: SeatView, stage: int) -> tuple[RoundView, ...]:
    """The paid rounds of a stage, oldest first."""
    return tuple(paid for paid in view.history if paid.stage == stage)


def stage_facts(view: SeatView, stage: int) -> StageFacts:
    """The facts of a stage so far."""
    rounds = stage_rounds(view, stage)
    players = range(len(view.endowments))
    count = max(1, len(rounds))
    return StageFacts(
        stage,
        tuple(paid.reward_hundredths for paid in rounds),
        tuple(round(100 * sum(paid.contributions[p] for paid in rounds) / count) for p in players),
        tuple(round(sum(paid.payout_hundredths[p] for paid in rounds) / count) for p in players),
    )


def axis_top(*hundredths: int) -> int:
    """A round number of coins, in hundredths, at or above all values."""
    highest = max((100, *hundredths))
    steps = (2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100)
    for coins in steps:
        if 100 * coins >= highest:
            return 100 * coins
    return 5000 * -(-highest // 5000)
