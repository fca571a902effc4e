"""One ascent step of OPTIMIZE as a program of the device alone.

Everything that an update reads and writes stands in tensors that stay where they are, their shapes
never depend on numbers, and nothing is asked back: the CPU need not wait for a GPU, and the whole
can be captured as a CUDA graph (`cuda_graph`).
"""

from collections.abc import Callable

import torch
from torch import Tensor

from hcmd_lab.learning.adam import Adam
from hcmd_lab.learning.gradient_noise import SignalToNoise
from hcmd_lab.learning.policy import PolicyNetwork

Gradient = Callable[[Tensor, int], list[Tensor]]
"""Uniform numbers `[T, N, G]` and the turn to the gradient by each parameter, to be ascended."""


class Ascent:
    """An update of a policy, and the tensors that it works on.

    Attributes:
        norm: Norm of the latest gradient, `[]`.
        finite: Whether all gradients so far were finite, `[]`.
        noise: Signal-to-noise ratio of recent gradients.
        generator: Generator of the draws.
    """

    def __init__(
        self,
        policy: PolicyNetwork,
        gradient: Gradient,
        shape: tuple[int, int, int],
        learning_rate: float,
        generator: torch.Generator,
    ) -> None:
        """Set up.

        Args:
            policy: The policy that climbs.
            gradient: Its gradient; it must not synchronise.
            shape: Rounds, seats and games of a batch.
            learning_rate: Learning rate of Adam.
            generator: Generator of the draws: of the CPU, or of the policy's own device.
        """
        parameters = list(policy.parameters())
        like = parameters[0]
        self._policy, self._gradient = policy, gradient
        self._uniforms = like.new_empty(shape)
        self.generator = generator
        self._adam = Adam(parameters, learning_rate)
        # Metal has no 64-bit floats: there the sums stay on the CPU.
        sums_on = "cpu" if like.device.type == "mps" else like.device
        self.noise = SignalToNoise(sum(p.numel() for p in parameters), sums_on)
        self.norm = like.new_zeros(())
        self.finite = torch.ones((), dtype=torch.bool, device=like.device)

    def run(self, turn: int) -> None:
        """Draw a batch, estimate the gradient, take one step.

        Args:
            turn: Whose turn it is among the members of the participant models.
        """
        self._draw()
        gradients = self._gradient(self._uniforms, turn)
        vector = torch.cat([gradient.flatten() for gradient in gradients])
        self.norm.copy_(vector.norm())
        self.finite.logical_and_(torch.isfinite(vector).all())
        self.noise.add(vector)
        self._adam.ascend(gradients)
        self._policy.project()

    def _draw(self) -> None:
        if self.generator.device == self._uniforms.device:
            self._uniforms.uniform_(generator=self.generator)
        else:
            drawn = torch.rand(
                self._uniforms.shape, generator=self.generator, dtype=self._uniforms.dtype
            )
            self._uniforms.copy_(drawn)

    def tensors(self) -> dict[str, Tensor]:
        """Everything that a step changes, by name; the generator is not among them."""
        return {
            **{f"policy/{name}": value for name, value in self._policy.state_dict().items()},
            **{f"adam/{name}": value for name, value in self._adam.tensors().items()},
            **{f"noise/{name}": value for name, value in self.noise.state.items()},
        }

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Continue from the tensors that `tensors` returned, on this device or another."""
        self._policy.load_state_dict(_under("policy", tensors))
        self._adam.restore(_under("adam", tensors))
        self.noise.restore(_under("noise", tensors))

    @torch.no_grad()
    def rewind(self, tensors: dict[str, Tensor]) -> None:
        """Write earlier values of `tensors`, or copies of them, back in place."""
        for name, value in self.tensors().items():
            value.copy_(tensors[name])
        self.norm.zero_()
        self.finite.fill_(True)


def _under(prefix: str, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    start = prefix + "/"
    return {key[len(start) :]: value for key, value in tensors.items() if key.startswith(start)}
