"""The ways of making an update of OPTIMIZE that `benchmarks.optimize` lets run against each other.

ours    `SelfPlay` as the program runs it
torch   the same estimator by roll-out and automatic differentiation
pyg     the plain way with torch_geometric (`plain_step`)
jax     the same estimator in JAX, where it is installed (`jax_step`)
"""

import copy
from collections.abc import Callable

from benchmarks.paper_size import GAME, GAMES_PER_CONDITION, people, policy  # isort: skip

import numpy as np
import torch
from torch import Tensor

from benchmarks.plain_step import PlainStep
from hcmd_lab.learning.fused.engine import FusedGradient
from hcmd_lab.learning.gradient import TorchGradient
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.policy import PolicyNetwork
from hcmd_lab.learning.rollout import condition_endowments, draw_uniforms
from hcmd_lab.learning.self_play import SelfPlay

CONTENDERS = ("ours", "torch", "pyg", "jax")
RATE = 4e-5


def make_update(name: str, threads: int) -> Callable[[], None]:
    """One update of a contender, torch's number of threads being set already."""
    dice = torch.Generator().manual_seed(0)
    network, models = policy(), people()
    if name == "ours":
        torch.set_num_threads(1)  # as `optimize` does: the compiled loops have the threads
        return SelfPlay(
            network, ParticipantSet.of(models), GAME, GAMES_PER_CONDITION, RATE, dice,
            threads=threads,
        ).update  # fmt: skip
    if name == "torch":
        return _torch_update(network, models, dice)
    if name == "pyg":
        return PlainStep(network, models, GAME, GAMES_PER_CONDITION, dice).update
    from benchmarks.jax_step import JaxStep  # noqa: PLC0415 - not everywhere installed

    return JaxStep(network, models, GAME, GAMES_PER_CONDITION).update


def _torch_update(
    network: PolicyNetwork, models: ParticipantModels, dice: torch.Generator
) -> Callable[[], None]:
    gradient = TorchGradient(network, ParticipantSet.of(models), GAME, GAMES_PER_CONDITION)
    endowment = condition_endowments(GAME, GAMES_PER_CONDITION, models.vote.weight)
    adam = torch.optim.Adam(network.parameters(), lr=RATE, maximize=True)

    def update() -> None:
        slopes = gradient(draw_uniforms(GAME.rounds, endowment, dice))
        for parameter, slope in zip(network.parameters(), slopes, strict=True):
            parameter.grad = slope
        adam.step()

    return update


def gradient_errors(names: list[str]) -> dict[str, float]:
    """How far each gradient is from that in 64 bits, for the same draws, as a part of its norm.

    `pyg` estimates another way and is not among them.
    """
    network, models = policy(), people()
    endowment = condition_endowments(GAME, GAMES_PER_CONDITION, models.vote.weight)
    uniforms = draw_uniforms(GAME.rounds, endowment, torch.Generator().manual_seed(2))
    exact = _by_torch(copy.deepcopy(network).double(), copy.deepcopy(models).double(), uniforms)
    found = {"torch": _by_torch(network, models, uniforms)}
    ours = FusedGradient(network, ParticipantSet.of(models), GAME, GAMES_PER_CONDITION, threads=1)
    found["ours"] = _flat(ours(uniforms))
    if "jax" in names:
        from benchmarks.jax_step import JaxStep  # noqa: PLC0415

        step = JaxStep(network, models, GAME, GAMES_PER_CONDITION)
        slopes = step.gradient(uniforms.transpose(1, 2).contiguous().numpy())
        parts = [torch.from_numpy(np.array(slopes[name])) for name, _ in network.named_parameters()]
        found["jax"] = _flat(parts)
    return {
        name: ((vector.double() - exact).norm() / exact.norm()).item()
        for name, vector in found.items()
    }


def _by_torch(network: PolicyNetwork, models: ParticipantModels, uniforms: Tensor) -> Tensor:
    gradient = TorchGradient(network, ParticipantSet.of(models), GAME, GAMES_PER_CONDITION)
    return _flat(gradient(uniforms.to(models.vote.weight)))


def _flat(parts: list[Tensor]) -> Tensor:
    return torch.cat([part.flatten() for part in parts])
