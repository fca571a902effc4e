import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.acquisition import Variation
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.mechanisms import to_units
from hcmd_lab.game.profiles import distinct_profiles, profiles
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning import freezing
from hcmd_lab.learning.freezing import freeze_network, to_units_by_row
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork, group_edges, node_inputs
from hcmd_lab.restriction import Reference, Restriction

GAME = Game(rounds=2, head_endowment=10, tail_endowments=(2, 5), tails=3)


@pytest.fixture(scope="module")
def network() -> PolicyNetwork:
    made = PolicyNetwork(PolicyArchitecture())
    made.reset_parameters(torch.Generator().manual_seed(3))
    with torch.no_grad():
        made.readout.weight.mul_(10)
    return made


@pytest.fixture(scope="module")
def frozen(network: PolicyNetwork) -> FrozenPolicy:
    return freeze_network(network, PAPER_GAME, "policy", "f" * 64)


@given(
    st.lists(
        st.lists(st.floats(0, 1), min_size=4, max_size=4).filter(lambda w: sum(w) > 0.01),
        min_size=1,
        max_size=20,
    )
)
def test_units_are_those_of_the_sessions(rows: list[list[float]]) -> None:
    weights = [[weight / sum(row) for weight in row] for row in rows]
    units = to_units_by_row(np.array(weights))
    assert [tuple(row) for row in units.tolist()] == [to_units(row) for row in weights]


@pytest.mark.parametrize("weights", [[1.0, 0, 0, 0], [0.25] * 4, [1 / 3, 1 / 3, 1 / 3, 0]])
def test_units_of_ties_and_extremes(weights: list[float]) -> None:
    assert tuple(to_units_by_row(np.array([weights]))[0]) == to_units(weights)


def drawn(tail_endowment: int, count: int) -> list[list[int]]:
    dice = np.random.default_rng(tail_endowment)
    limits = np.array(PAPER_GAME.endowments(tail_endowment))
    return dice.integers(0, limits + 1, size=(count, 4)).tolist()


@pytest.mark.parametrize("variation", [None, *Variation])
@pytest.mark.parametrize(
    "restriction", [Restriction(), Restriction(0.05, False, Reference.LIBERTARIAN, 0.4)]
)
def test_the_table_is_the_network(
    network: PolicyNetwork, restriction: Restriction, variation: Variation | None
) -> None:
    exact = PolicyNetwork(PolicyArchitecture(restriction=restriction)).double()
    exact.load_state_dict(network.state_dict())
    frozen = freeze_network(exact, GAME, "policy", "f" * 64, variation)
    head = 0.0 if variation is None else variation.log_factor
    for tail_endowment, table in frozen.tables.items():
        contribution = torch.tensor(list(profiles(GAME, tail_endowment)), dtype=torch.float64)
        groups, seats = contribution.shape
        endowment = contribution.new_tensor(GAME.endowments(tail_endowment))
        with torch.no_grad():
            shares = exact.by_message_passing(
                node_inputs(endowment.expand_as(contribution), contribution).flatten(0, 1),
                group_edges(groups, seats),
                torch.arange(groups).repeat_interleave(seats),
                contribution.new_tensor([head, 0, 0, 0]).repeat(groups),
            )
        expected = to_units_by_row(shares.view(groups, seats).numpy()).flatten()
        assert np.abs(np.array(table, np.int64) - expected).max() <= 1
    assert frozen.checkpoint == "f" * 64


def test_relabelling_the_tails_relabels_the_table(frozen: FrozenPolicy) -> None:
    for head, *tails in drawn(6, 30):
        units = frozen.units(6, (head, *tails))
        for order in itertools.permutations(range(3)):
            relabelled = frozen.units(6, (head, *(tails[seat] for seat in order)))
            expected = (units[0], *(units[1 + seat] for seat in order))
            assert all(abs(a - b) <= 1 for a, b in zip(relabelled, expected, strict=True))


def test_freezing_leaves_the_network_as_it_is(network: PolicyNetwork) -> None:
    assert all(parameter.dtype == torch.float32 for parameter in network.parameters())
    assert all(parameter.requires_grad for parameter in network.parameters())


@pytest.mark.parametrize("threads", [1, 2])
def test_a_large_table_is_the_same_in_parts_and_with_any_threads(
    network: PolicyNetwork, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = Game(rounds=2, head_endowment=20, tail_endowments=(8,), tails=4)
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        in_parts = freeze_network(network, game, "policy")
        assert torch.get_num_threads() == threads
    finally:
        torch.set_num_threads(before)
    monkeypatch.setattr(freezing, "_ASKED_AT_ONCE", 10_000_000)
    assert len(in_parts.tables[8]) == 5 * 21 * 495 > 5 * freezing._ASKED_AS_A_WHOLE
    whole = freeze_network(network, game, "policy")
    apart = np.abs(np.array(in_parts.tables[8], "int64") - np.array(whole.tables[8], "int64"))
    assert apart.max() <= 1
    monkeypatch.undo()
    assert freeze_network(network, game, "policy").sha256 == in_parts.sha256


def test_no_condition_of_the_papers_game_is_asked_for_in_parts() -> None:
    """What a hash names must not depend on how many profiles are asked for at once."""
    counts = [len(set(distinct_profiles(PAPER_GAME, tail))) for tail in PAPER_GAME.tail_endowments]
    assert max(counts) <= freezing._ASKED_AS_A_WHOLE
