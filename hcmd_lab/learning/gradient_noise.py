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

    def __init__(self, parameters: int) -> None:
        """Start without gradients, for gradients with the given number of components."""
        self.state = {
            "mean": torch.zeros(parameters, dtype=torch.float64),
            "square": torch.zeros((), dtype=torch.float64),
            "weight": torch.zeros((), dtype=torch.float64),
            "weight_square": torch.zeros((), dtype=torch.float64),
        }

    def restore(self, state: dict[str, Tensor]) -> None:
        """Continue from a recorded `state`."""
        self.state = {name: state[name].clone() for name in self.state}

    def add(self, gradient: Tensor) -> None:
        """Add one gradient, a vector."""
        vector = gradient.detach().cpu().double()
        now = {
            "mean": vector,
            "square": vector @ vector,
            "weight": torch.ones((), dtype=torch.float64),
        }
        for name, value in now.items():
            self.state[name].mul_(_DECAY).add_((1 - _DECAY) * value)
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
