"""Signal-to-noise ratio of a stochastic gradient."""

import math

import torch
from torch import Tensor

_DECAY = 0.98


class SignalToNoise:
    """Norm of the recent mean gradient over the standard deviation of a single gradient.

    With decaying weights w over past gradients g, k = sum w^2, m = sum w g and q = sum w |g|^2:

        noise^2 = (q - |m|^2) / (1 - k)        signal^2 = |m|^2 - k noise^2

    so that the noise that is left in m is not counted as signal.

    Attributes:
        state: Tensors by name from which `restore` continues.
    """

    def __init__(self, parameters: int, device: torch.device | str = "cpu") -> None:
        """Start without gradients.

        Args:
            parameters: Number of components of a gradient.
            device: Where the sums stand; with the gradients, `add` does not synchronise.
        """
        sums = {"mean": (parameters,), "square": (), "weight": (), "weight_square": ()}
        self.state = {
            name: torch.zeros(shape, dtype=torch.float64, device=device)
            for name, shape in sums.items()
        }

    def restore(self, state: dict[str, Tensor]) -> None:
        """Continue from a recorded `state`."""
        self.state = {
            name: state[name].to(now.device, copy=True) for name, now in self.state.items()
        }

    def add(self, gradient: Tensor) -> None:
        """Add one gradient, a vector."""
        vector = gradient.detach().to(self.state["mean"].device).double()
        self.state["mean"].mul_(_DECAY).add_((1 - _DECAY) * vector)
        self.state["square"].mul_(_DECAY).add_((1 - _DECAY) * (vector @ vector))
        self.state["weight"].mul_(_DECAY).add_(1 - _DECAY)
        self.state["weight_square"].mul_(_DECAY**2).add_((1 - _DECAY) ** 2)

    @property
    def value(self) -> float:
        """The ratio; 0 while it cannot be estimated."""
        weight = self.state["weight"].item()
        if weight <= 0:
            return 0.0
        share = self.state["weight_square"].item() / weight**2
        mean_square = (self.state["mean"] @ self.state["mean"]).item() / weight**2
        spread = self.state["square"].item() / weight - mean_square
        if share > 0.99 or spread <= 0:
            return 0.0
        noise_square = spread / (1 - share)
        signal_square = mean_square - share * noise_square
        return math.sqrt(max(signal_square, 0.0) / noise_square)
