"""Self-play: OPTIMIZE's Adam steps (paper section 3.3.3)."""

import torch
from torch import Tensor

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.engine import FusedGradient
from hcmd_lab.learning.gradient import TorchGradient
from hcmd_lab.learning.gradient_noise import SignalToNoise
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.policy import PolicyNetwork
from hcmd_lab.learning.rollout import condition_endowments, draw_uniforms


class SelfPlay:
    """A policy being trained by self-play.

    Attributes:
        policy: The network; `update` changes it.
        gradient_norm: Gradient norm of the latest update; None before there was one.
        signal_to_noise: Signal-to-noise ratio of recent gradients.
    """

    def __init__(
        self,
        policy: PolicyNetwork,
        participants: ParticipantSet,
        game: Game,
        games_per_condition: int,
        learning_rate: float,
        generator: torch.Generator,
        threads: int = 1,
    ) -> None:
        """Set up; the participants' parameters are frozen.

        Args:
            policy: The initial policy, on the device to compute on.
            participants: Models that contribute and vote, on the same device.
            game: The game; its conditions share the batch equally.
            games_per_condition: m, the episodes of a pool.
            learning_rate: Learning rate of Adam.
            generator: Generator of every random draw, on the CPU.
            threads: Threads of the compiled loops.
        """
        self.policy = policy
        self.gradient_norm: float | None = None
        self.signal_to_noise = SignalToNoise(sum(p.numel() for p in policy.parameters()))
        self._gradient = vote_gradient(
            policy, participants.requires_grad_(False), game, games_per_condition, threads
        )
        self._rounds = game.rounds
        self._endowment = condition_endowments(game, games_per_condition, policy.readout.weight)
        self._adam = torch.optim.Adam(policy.parameters(), lr=learning_rate, maximize=True)
        self._generator = generator
        self._turn = 0

    def update(self) -> None:
        """Play a batch, estimate the gradient, take one ascent step.

        Raises:
            OperatorError: The gradient is no longer a number.
        """
        parameters = list(self.policy.parameters())
        uniforms = draw_uniforms(self._rounds, self._endowment, self._generator)
        gradients = self._gradient(uniforms, self._turn)
        self._turn += 1
        vector = torch.cat([gradient.flatten() for gradient in gradients])
        self.gradient_norm = vector.norm().item()
        if not torch.isfinite(vector).all():
            raise OperatorError(
                "Training produced numbers that are not finite; start it again with a smaller "
                "learning rate."
            )
        self.signal_to_noise.add(vector)
        for parameter, gradient in zip(parameters, gradients, strict=True):
            parameter.grad = gradient
        self._adam.step()
        self.policy.project()

    def tensors(self) -> dict[str, Tensor]:
        """Everything the next update depends on, by name."""
        adam = self._adam.state_dict()["state"]
        return {
            **{f"policy/{name}": value for name, value in self.policy.state_dict().items()},
            **{f"adam/{i}/{name}": value for i in adam for name, value in adam[i].items()},
            **{f"noise/{name}": value for name, value in self.signal_to_noise.state.items()},
            "generator": self._generator.get_state(),
            "turn": torch.tensor(self._turn),
        }

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Continue from the tensors that `tensors` returned."""
        self.policy.load_state_dict(_under("policy", tensors))
        moments: dict[int, dict[str, Tensor]] = {}
        for key, value in _under("adam", tensors).items():
            index, name = key.split("/")
            moments.setdefault(int(index), {})[name] = value
        groups = self._adam.state_dict()["param_groups"]
        self._adam.load_state_dict({"state": moments, "param_groups": groups})
        self.signal_to_noise.restore(_under("noise", tensors))
        self._generator.set_state(tensors["generator"])
        # Training that an earlier version began has the models of one fit, whose turn it always is.
        self._turn = int(tensors.get("turn", 0))


def vote_gradient(
    policy: PolicyNetwork,
    participants: ParticipantSet,
    game: Game,
    games_per_condition: int,
    threads: int,
) -> FusedGradient | TorchGradient:
    """The gradient of votes: compiled loops for 32-bit floats on a CPU, torch otherwise."""
    weight = policy.readout.weight
    if weight.device.type == "cpu" and weight.dtype == torch.float32:
        return FusedGradient(policy, participants, game, games_per_condition, threads)
    return TorchGradient(policy, participants, game, games_per_condition)


def _under(prefix: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    start = prefix + "/"
    return {key[len(start) :]: value for key, value in tensors.items() if key.startswith(start)}
