"""Self-play: OPTIMIZE's Adam steps (paper section 3.3.3)."""

from collections.abc import Callable

import torch
from torch import Tensor

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.rules import Game
from hcmd_lab.learning.ascent import Ascent
from hcmd_lab.learning.cuda_graph import quickest
from hcmd_lab.learning.fused.engine import FusedGradient
from hcmd_lab.learning.gradient import TorchGradient
from hcmd_lab.learning.gradient_noise import SignalToNoise
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.policy import PolicyNetwork

CHECK_EVERY = 50
"""Updates on a GPU between two looks at whether the gradient is still a number: each look waits."""


class SelfPlay:
    """A policy being trained by self-play.

    Attributes:
        policy: The network; `update` changes it.
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
            generator: Generator of every random draw, on the CPU. An NVIDIA GPU draws by one of
                its own, which this one seeds.
            threads: Threads of the compiled loops.
        """
        self.policy = policy
        self._device = policy.readout.weight.device
        self._generator = generator
        games = len(game.tail_endowments) * games_per_condition
        self._ascent = Ascent(
            policy,
            vote_gradient(
                policy, participants.requires_grad_(False), game, games_per_condition, threads
            ),
            (game.rounds, game.seats, games),
            learning_rate,
            generator if self._device.type != "cuda" else _seeded(self._device, generator),
        )
        self._members = len(participants)
        self._turn = 0
        self._updates = 0
        self._make_update: Callable[[int], None] | None = None

    @property
    def gradient_norm(self) -> float | None:
        """Gradient norm of the latest update; None before there was one."""
        return self._ascent.norm.item() if self._updates else None

    @property
    def signal_to_noise(self) -> SignalToNoise:
        """Signal-to-noise ratio of recent gradients."""
        return self._ascent.noise

    def update(self) -> None:
        """Play a batch, estimate the gradient, take one ascent step.

        Raises:
            OperatorError: A gradient was no longer a number; on a GPU it may be an earlier one.
        """
        if self._make_update is None:
            self._make_update = quickest(self._ascent, self._device, self._members)
        self._make_update(self._turn)
        self._turn += 1
        self._updates += 1
        if self._device.type == "cpu" or self._updates % CHECK_EVERY == 0:
            self._check_finite()

    def wait(self) -> None:
        """Wait until the updates asked for are made: a GPU makes them after `update` returned."""
        if self._device.type == "cuda":
            torch.cuda.synchronize(self._device)

    def tensors(self) -> dict[str, Tensor]:
        """Everything the next update depends on, by name.

        Raises:
            OperatorError: A gradient was no longer a number.
        """
        self._check_finite()
        beside = {"generator": self._generator.get_state(), "turn": torch.tensor(self._turn)}
        if self._ascent.generator is not self._generator:
            beside["device_generator"] = self._ascent.generator.get_state()
        return self._ascent.tensors() | beside

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Continue from the tensors that `tensors` returned, here or on another device."""
        self._make_update = None  # a graph works on the tensors that it was captured with
        self._ascent.restore(tensors)
        self._generator.set_state(tensors["generator"])
        # Training that an earlier version began has the models of one fit, whose turn it always is.
        self._turn = int(tensors.get("turn", 0))
        if self._ascent.generator is not self._generator:
            if "device_generator" in tensors:
                self._ascent.generator.set_state(tensors["device_generator"])
            else:  # it was stopped on another device
                self._ascent.generator.manual_seed(_seed(self._generator))

    def _check_finite(self) -> None:
        if not self._ascent.finite.item():
            raise OperatorError(
                "Training produced numbers that are not finite; start it again with a smaller "
                "learning rate."
            )


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


def _seeded(device: torch.device, generator: torch.Generator) -> torch.Generator:
    return torch.Generator(device).manual_seed(_seed(generator))


def _seed(generator: torch.Generator) -> int:
    return int(torch.randint(2**62, (), generator=generator).item())
