"""The game of the GMTV data, played by a contribution model from the first round.

What a player has is what the player had, less what was put in, plus the equal share of the fund,
rounded up (so in each of the data's 1,668 transitions). What the model sees is what the importer
makes of it (`hcmd_lab/storage/importers/gmtv.py`): the richest of a group has 10 coins.

Shapes: `T` rounds, `G` groups, `N` seats.
"""

import torch
from torch import Tensor

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning.participant_inputs import contribution_inputs
from hcmd_lab.learning.participants import ContributionModel
from hcmd_lab.storage.importers.gmtv import MULTIPLIER

FIRST_TOKENS = 20.0


def play(
    people: ContributionModel, rounds: int, groups: int, dice: torch.Generator
) -> tuple[Tensor, Tensor, Tensor]:
    """Play `groups` games; everyone begins with 20 tokens.

    Args:
        people: Who decides how much to put in.
        rounds: `T`.
        groups: `G`.
        dice: Of the choices.

    Returns:
        Endowments, contributions and payouts in coins, `[T, G, N]` each.
    """
    tokens = torch.full((groups, PAPER_GAME.seats), FIRST_TOKENS)
    contribution = payout = torch.zeros_like(tokens)
    state = people.initial_state(tokens.numel())
    endowments: list[Tensor] = []
    contributions: list[Tensor] = []
    payouts: list[Tensor] = []
    for _ in range(rounds):
        endowment, coin = in_coins(tokens)
        before = endowments[-1] if endowments else endowment
        features = contribution_inputs(endowment, contribution, payout, people.inputs, before)
        with torch.no_grad():
            logits, state = people.step(
                features.flatten(0, 1).T, people.forbidden(endowment.flatten()), state
            )
        chances = logits.softmax(0).T
        contribution = torch.multinomial(chances, 1, generator=dice).view_as(tokens).float()
        put_in = (tokens * contribution / endowment + 0.5).floor()
        share = MULTIPLIER * put_in.sum(-1, keepdim=True) / PAPER_GAME.seats
        payout = (share / coin).expand_as(tokens)
        tokens = (tokens - put_in + share).ceil()
        endowments.append(endowment)
        contributions.append(contribution)
        payouts.append(payout)
    return torch.stack(endowments), torch.stack(contributions), torch.stack(payouts)


def in_coins(tokens: Tensor) -> tuple[Tensor, Tensor]:
    """Endowments `[G, N]` in whole coins, and the tokens `[G, 1]` that make a coin."""
    most = tokens.amax(-1, keepdim=True)
    return (PAPER_GAME.max_endowment * tokens / most + 0.5).floor().clamp(
        min=1
    ), most / PAPER_GAME.max_endowment
