"""Adam's steps upwards, as `torch.optim.Adam` takes them, without loading torch's compiler.

An optimiser of torch's loads `torch._dynamo` when it is made, which takes seconds and serves only
programs that torch compiles. The arithmetic is torch's own, so the numbers are the same bits.
"""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.optim.adam import adam

_BETA_1, _BETA_2, _EPSILON = 0.9, 0.999, 1e-8


class Adam:
    """Parameters, and Adam's memory of their gradients (Kingma and Ba 2015)."""

    def __init__(self, parameters: Sequence[Tensor], learning_rate: float) -> None:
        """Set up, on the device of the parameters.

        Args:
            parameters: What is moved, in place; all on one device.
            learning_rate: Length of a step.
        """
        self._parameters = list(parameters)
        self._learning_rate = learning_rate
        device = self._parameters[0].device.type
        # The step count of a capturable Adam stands on the GPU, where a graph can raise it. On the
        # CPU one call for all parameters gives the same numbers as one for each, in half the time.
        self._capturable = device == "cuda"
        self._foreach = True if device == "cpu" else None
        counted_on = device if self._capturable else "cpu"
        self._steps = [torch.zeros((), device=counted_on) for _ in self._parameters]
        self._first = [torch.zeros_like(p, requires_grad=False) for p in self._parameters]
        self._second = [torch.zeros_like(p, requires_grad=False) for p in self._parameters]

    @torch.no_grad()
    def ascend(self, gradients: Sequence[Tensor]) -> None:
        """Take a step; gradients are in the order of the parameters, each of its shape."""
        adam(
            self._parameters, list(gradients), self._first, self._second, [], self._steps,
            foreach=self._foreach, capturable=self._capturable, amsgrad=False, beta1=_BETA_1,
            beta2=_BETA_2, lr=self._learning_rate, weight_decay=0.0, eps=_EPSILON, maximize=True,
        )  # fmt: skip

    def tensors(self) -> dict[str, Tensor]:
        """Everything that a step changes beside the parameters, by their numbers and names."""
        return {
            f"{i}/{name}": value
            for i, state in enumerate(zip(self._steps, self._first, self._second, strict=True))
            for name, value in zip(("step", "exp_avg", "exp_avg_sq"), state, strict=True)
        }

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Continue from the tensors that `tensors` returned, on this device or another.

        Training that an earlier version stopped before its first step has none.
        """
        for name, value in self.tensors().items():
            if name in tensors:
                value.copy_(tensors[name])
            else:
                value.zero_()
