import pytest
import torch

from hcmd_lab.learning.gradient_noise import SignalToNoise


def gradients(signal: float, count: int, seed: int = 0) -> torch.Tensor:
    """Vectors of 50 numbers around a mean of norm `signal`, with noise of norm about 1."""
    dice = torch.Generator().manual_seed(seed)
    noise = torch.randn(count, 50, generator=dice) / 50**0.5
    noise[:, 0] += signal
    return noise


@pytest.mark.parametrize("signal", [0.5, 2.0])
def test_it_finds_the_ratio(signal: float) -> None:
    found = SignalToNoise(50)
    for gradient in gradients(signal, 400):
        found.add(gradient)
    assert found.value == pytest.approx(signal, rel=0.15)


def test_noise_is_not_taken_for_signal() -> None:
    found = SignalToNoise(50)
    for gradient in gradients(0.0, 400):
        found.add(gradient)
    assert found.value < 0.1


def test_nothing_is_claimed_of_one_gradient() -> None:
    found = SignalToNoise(50)
    assert found.value == 0
    found.add(gradients(1.0, 1)[0])
    assert found.value == 0


def test_it_goes_on_where_it_was() -> None:
    whole, first, second = SignalToNoise(50), SignalToNoise(50), SignalToNoise(50)
    seen = gradients(1.0, 20)
    for gradient in seen:
        whole.add(gradient)
    for gradient in seen[:12]:
        first.add(gradient)
    second.restore(first.state)
    first.add(seen[0])  # the restored one has its own numbers
    for gradient in seen[12:]:
        second.add(gradient)
    assert second.value == whole.value
