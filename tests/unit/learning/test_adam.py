"""Adam's numbers are those of `torch.optim.Adam`, bit for bit."""

import torch
from torch import Tensor

from hcmd_lab.learning.adam import Adam

SHAPES = ((5, 3), (5,), ())


def drawn(seed: int) -> list[Tensor]:
    dice = torch.Generator().manual_seed(seed)
    return [torch.randn(shape, generator=dice) for shape in SHAPES]


def equal(one: list[Tensor], other: list[Tensor]) -> bool:
    return all(torch.equal(a, b) for a, b in zip(one, other, strict=True))


def test_the_steps_are_those_of_torch() -> None:
    ours, theirs = drawn(0), [value.requires_grad_() for value in drawn(0)]
    adam = Adam(ours, 1e-2)
    reference = torch.optim.Adam(theirs, lr=1e-2, maximize=True, foreach=True)
    for turn in range(1, 6):
        slopes = drawn(turn)
        adam.ascend(slopes)
        for parameter, slope in zip(theirs, slopes, strict=True):
            parameter.grad = slope
        reference.step()
        assert equal(ours, theirs)
    kept = reference.state_dict()["state"]
    flat = {f"{i}/{name}": value for i in kept for name, value in kept[i].items()}
    assert flat.keys() == adam.tensors().keys(), "what an earlier version stopped is continued"
    assert equal(list(adam.tensors().values()), [flat[name] for name in adam.tensors()])


def test_it_continues_where_it_was() -> None:
    straight, stopped = drawn(0), drawn(0)
    first, second = Adam(straight, 1e-2), Adam(stopped, 1e-2)
    for adam in (first, second):
        adam.ascend(drawn(1))
    resumed = Adam(stopped, 1e-2)
    resumed.restore({name: value.clone() for name, value in second.tensors().items()})
    for adam in (first, resumed):
        adam.ascend(drawn(2))
    assert equal(straight, stopped)
    second.restore({})
    assert all(not value.any() for value in second.tensors().values())
