"""One update of OPTIMIZE as the paper has it (section 3.3.3), written to be read.

A mechanism is trained to win votes against a frozen copy of itself. For each endowment condition a
pool of m episodes of self-play is drawn among the participant models, and each episode a is put to
the vote against every other episode b of its pool. With S[a, i] the vote score of seat i, sg(.)
what no gradient passes through, and means over b != a and seats i:

    V[a]    = mean_{b,i} sigmoid(S[a,i] - sg S[b,i])
    b[a,t]  = mean_{b,i} sigmoid(S[a,i] up to round t-1 + mean_b S[b,i] from round t on - S[b,i])
    L       = mean_a ( V[a] + sum_t sg(V[a] - b[a,t]) sum_i log p(c[a,t,i] | history) )

Adam ascends L, averaged over the conditions. Its gradient is an unbiased estimate of that of the
expected share of votes (a stochastic computation graph; Schulman et al. 2015, the paper's [26]): V
carries the part that runs through payouts into scores, the sum the part that runs through payouts
into what people then choose. So log p stays differentiable through the payouts that people have
seen; their own parameters are frozen. The baseline b excludes what happens in a from round t on:
it leaves the estimate unbiased and takes most of its variance away.

Training itself runs elsewhere, several times as fast: in the compiled loops of `fused` on a CPU, by
`gradient` on other devices. Both have this gradient, for the same draws; the tests say so.

Shapes: `m` episodes, `T` rounds, `N` seats, `K` contributions to choose from.
"""

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.participant_inputs import contribution_inputs, previous, vote_quantities
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.policy import PolicyNetwork


def update(
    policy: PolicyNetwork,
    participants: ParticipantModels,
    game: Game,
    games_per_condition: int,
    adam: torch.optim.Optimizer,
    generator: torch.Generator,
) -> None:
    """Draw a batch and take one gradient ascent step.

    Args:
        policy: The mechanism; it is changed.
        participants: Models that contribute and vote, frozen.
        game: The game; its conditions share the batch equally.
        games_per_condition: m, at least 2.
        adam: Made with `maximize=True`.
        generator: Generator of the draws.
    """
    games = games_per_condition * len(game.tail_endowments)
    uniforms = torch.rand(game.rounds, game.seats, games, generator=generator)
    adam.zero_grad()
    torch.autograd.backward(objective(policy, participants, game, uniforms))
    adam.step()
    policy.project()  # back into the study's restriction, if it has one


def objective(
    policy: PolicyNetwork, participants: ParticipantModels, game: Game, uniforms: Tensor
) -> Tensor:
    """L, averaged over the conditions; only its gradient is meaningful, not its value.

    Args:
        policy: The mechanism.
        participants: Models that contribute and vote, frozen.
        game: The game.
        uniforms: `[T, N, conditions * m]` numbers in [0, 1), condition by condition.
    """
    pools = uniforms.chunk(len(game.tail_endowments), -1)
    values = []
    for tail_endowment, drawn in zip(game.tail_endowments, pools, strict=True):
        endowment = drawn.new_tensor(game.endowments(tail_endowment)).expand(drawn.shape[-1], -1)
        values.append(
            surrogate(*self_play(policy, participants, endowment, drawn, game.multiplier))
        )
    return torch.stack(values).mean()


def self_play(
    policy: PolicyNetwork,
    participants: ParticipantModels,
    endowment: Tensor,
    uniforms: Tensor,
    multiplier: float,
) -> tuple[Tensor, Tensor]:
    """Play a pool.

    Args:
        policy: The mechanism.
        participants: Models that contribute and vote.
        endowment: `[m, N]` coins.
        uniforms: `[T, N, m]` numbers in [0, 1).
        multiplier: Growth of the fund.

    Returns:
        `[m, T, N]` each round's part of the vote score, and `[m, T, N]` the log-probability of each
        contribution given the history.
    """
    rounds, seats, episodes = uniforms.shape
    coins = endowment.unsqueeze(1)  # [m, 1, N]: the same in all rounds
    contributions = payouts = coins[:, :0]  # [m, rounds so far, N]
    log_probabilities = []
    for t in range(rounds):
        # All that people know before round t; the payouts they have seen carry a gradient.
        ahead = torch.zeros_like(coins)
        inputs = contribution_inputs(
            coins.expand(-1, t + 1, -1),
            previous(torch.cat([contributions, ahead], 1)),
            previous(torch.cat([payouts, ahead], 1)),
            participants.contribution.inputs,
            unit=participants.contribution.unit,
        )  # [m, t + 1, N, F]
        logits = participants.contribution(
            inputs.transpose(1, 2).flatten(0, 1), coins.expand(-1, t + 1, -1).mT.flatten(0, 1)
        )[:, -1]  # [m * N, K]: of this round
        log_probability = logits.log_softmax(-1).view(episodes, seats, -1)
        # By the inverse of the distribution function. No gradient passes through the choice.
        below = log_probability.detach().exp().cumsum(-1) <= uniforms[t].T.unsqueeze(-1)
        choice = below.sum(-1).minimum(endowment.long())  # [m, N]
        log_probabilities.append(log_probability.gather(-1, choice.unsqueeze(-1)).squeeze(-1))
        contribution = choice.to(endowment)
        fund = multiplier * contribution.sum(-1, keepdim=True)
        payout = policy(endowment, contribution) * fund
        contributions = torch.cat([contributions, contribution.unsqueeze(1)], 1)
        payouts = torch.cat([payouts, payout.unsqueeze(1)], 1)
    unit = participants.vote.unit
    quantities = vote_quantities(coins.expand_as(payouts), contributions, payouts, unit)
    return participants.vote.round_scores(quantities), torch.stack(log_probabilities, 1)


def surrogate(round_score: Tensor, log_probability: Tensor) -> Tensor:
    """L of one pool.

    Args:
        round_score: `[m, T, N]` each round's part of the vote score S.
        log_probability: `[m, T, N]` of each contribution given the history.
    """
    episodes, rounds, _ = round_score.shape
    score = round_score.sum(1)  # [m, N]
    fixed = round_score.detach()
    value = _against_others(score, score.detach())  # [m]: V
    total = value
    for t in range(rounds):
        so_far, to_come = fixed[:, :t].sum(1), fixed[:, t:].sum(1)  # [m, N]
        to_come_elsewhere = (to_come.sum(0) - to_come) / (episodes - 1)
        baseline = _against_others(so_far + to_come_elsewhere, score.detach())  # [m]: b of round t
        advantage = value.detach() - baseline
        total = total + advantage * log_probability[:, t].sum(-1)
    return total.mean()


def _against_others(score: Tensor, others: Tensor) -> Tensor:
    """Each episode's mean probability of a vote against the others, `[m]` from two `[m, N]`."""
    chance = torch.sigmoid(score.unsqueeze(1) - others.unsqueeze(0)).mean(-1)  # [m (a), m (b)]
    return (chance.sum(1) - chance.diagonal()) / (len(score) - 1)
