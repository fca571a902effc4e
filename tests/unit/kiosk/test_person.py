from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hcmd_lab.game.rules import PAPER_GAME, divide_fund, reward_hundredths
from hcmd_lab.game.view import Page, RoundView, SeatView
from ui.kiosk.person import SimulatedPerson

EQUAL = (250_000_000,) * 4


def screen(stage: int, round_number: int, tail: int, participant: str = "p") -> SeatView:
    """A decision page after rounds in which everybody gave half."""
    endowments = PAPER_GAME.endowments(tail)
    given_coins = tuple(endowment // 2 for endowment in endowments)
    history = []
    for played in range((stage - 1) * PAPER_GAME.rounds + round_number - 1):
        round_played = 1 + played % PAPER_GAME.rounds
        payouts = divide_fund(EQUAL, given_coins, round_played, PAPER_GAME)
        reward = reward_hundredths(endowments[0], given_coins[0], payouts[0])
        history.append(
            RoundView(1 + played // PAPER_GAME.rounds, round_played, given_coins, payouts, reward)
        )
    return SeatView(
        Page.DECIDE,
        participant=participant,
        stage=stage,
        round=round_number,
        rounds=PAPER_GAME.rounds,
        endowments=endowments,
        history=tuple(history),
    )


SCREENS = st.builds(
    screen,
    st.integers(1, 3),
    st.integers(1, 10),
    st.sampled_from(PAPER_GAME.tail_endowments),
    st.text("abc", min_size=1, max_size=8),
)


@settings(max_examples=40, deadline=None)
@given(SCREENS, st.integers(0, 2**31 - 1))
def test_a_restarted_person_chooses_the_same(view: SeatView, seed: int) -> None:
    choice = SimulatedPerson(seed).contribute(view)
    assert 0 <= choice <= view.endowments[0]
    started_again = SimulatedPerson(seed)
    later = replace(view, time_left_ms=5)
    assert started_again.contribute(later) == choice


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(PAPER_GAME.tail_endowments), st.integers(0, 2**31 - 1))
def test_a_vote_is_for_stage_1_or_2_and_stays_the_same(tail: int, seed: int) -> None:
    view = replace(screen(3, 1, tail), page=Page.VOTE, stage=2, round=10)
    vote = SimulatedPerson(seed).vote(view)
    assert vote in (1, 2)
    assert SimulatedPerson(seed).vote(view) == vote


def test_people_differ() -> None:
    view = screen(1, 1, 10)
    choices = {SimulatedPerson(seed).contribute(view) for seed in range(40)}
    assert len(choices) > 3
    names = [replace(view, participant=f"p{number}") for number in range(40)]
    assert len({SimulatedPerson(1).contribute(name) for name in names}) > 3
    rounds = [screen(1, number, 10) for number in range(1, 11)]
    assert len({SimulatedPerson(1).contribute(view) for view in rounds}) > 1
