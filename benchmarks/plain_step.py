"""The step that a first reading of the paper suggests, as the reference for speed.

Two roll-outs of the whole batch, one under the mechanism and one under a frozen copy; the graph
network through torch_geometric's `MetaLayer`; contributions drawn by `torch.multinomial`; each game
of the first roll-out is put to the vote against one game of the second; the score function's
baseline is one half.
"""

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.participant_inputs import contribution_inputs, vote_quantities
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.policy import PolicyNetwork, group_edges, node_inputs
from hcmd_lab.learning.rollout import condition_endowments


class PlainStep:
    """The reference, set up for one policy and one set of participants."""

    def __init__(
        self,
        policy: PolicyNetwork,
        participants: ParticipantModels,
        game: Game,
        games_per_condition: int,
        generator: torch.Generator,
    ) -> None:
        self.policy, self.participants, self.game = policy, participants, game
        self.generator = generator
        self.endowment = condition_endowments(game, games_per_condition, participants.vote.weight)
        groups = len(self.endowment)
        self.edges = group_edges(groups, game.seats)
        self.group = torch.arange(groups).repeat_interleave(game.seats)
        self.adam = torch.optim.Adam(policy.parameters(), lr=4e-5)

    def update(self) -> None:
        """One Adam step."""
        score, log_probability = self._roll_out()
        with torch.no_grad():
            opponent_score, _ = self._roll_out()
        share = torch.sigmoid(score - opponent_score).mean(-1)
        objective = share + (share.detach() - 0.5) * log_probability
        parameters = list(self.policy.parameters())
        gradients = torch.autograd.grad(-objective.mean(), parameters)
        for parameter, gradient in zip(parameters, gradients, strict=True):
            parameter.grad = gradient
        self.adam.step()

    def _roll_out(self) -> tuple[Tensor, Tensor]:
        """Vote scores `[G, N]` and the log-probabilities of the contributions, summed `[G]`."""
        endowment, model = self.endowment, self.participants.contribution
        contribution = payout = torch.zeros_like(endowment)
        state = None
        contributions, payouts, log_probabilities = [], [], []
        for _ in range(self.game.rounds):
            features = contribution_inputs(endowment, contribution, payout, model.inputs)
            encoded = torch.relu(model.encoder(features.flatten(0, 1)))
            hidden, state = model.lstm(encoded.unsqueeze(1), state)
            logits = model.decoder(hidden.squeeze(1))
            logits = logits + model.forbidden(endowment.flatten()).T
            log_probability = logits.log_softmax(-1)
            choice = torch.multinomial(log_probability.exp(), 1, generator=self.generator)
            log_probabilities.append(log_probability.gather(1, choice).view_as(endowment))
            contribution = choice.view_as(endowment).to(endowment)
            nodes = node_inputs(endowment, contribution).flatten(0, 1)
            shares = self.policy.by_message_passing(nodes, self.edges, self.group)
            fund = self.game.multiplier * contribution.sum(-1, keepdim=True)
            payout = shares.view_as(endowment) * fund
            contributions.append(contribution)
            payouts.append(payout)
        paid = torch.stack(payouts, 1)
        quantities = vote_quantities(
            endowment.unsqueeze(1).expand_as(paid), torch.stack(contributions, 1), paid
        )
        return self.participants.vote(quantities), torch.stack(log_probabilities, 1).sum((1, 2))
