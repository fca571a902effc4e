"""An update never asks the device for a number: what a CUDA graph captures could not either."""

import copy
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any, cast

import pytest
import torch
from torch import Tensor
from torch._subclasses.fake_tensor import DataDependentOutputException, FakeTensorMode
from torch.utils._python_dispatch import TorchDispatchMode

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.learning import ascent as ascent_module
from hcmd_lab.learning.adam import Adam
from hcmd_lab.learning.ascent import Ascent, Gradient
from hcmd_lab.learning.cuda_graph import quickest
from hcmd_lab.learning.gradient import TorchGradient
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.restriction import Reference, Restriction

GAMES = 4
SHAPE = (PAPER_GAME.rounds, PAPER_GAME.seats, GAMES * len(PAPER_GAME.tail_endowments))
BOUND = Restriction(0.05, True, Reference.LIBERAL_EGALITARIAN, 0.3)
FREE = Restriction()
RESTRICTIONS = pytest.mark.parametrize("restriction", [FREE, BOUND], ids=["free", "bound"])

SHAPED_BY_NUMBERS = {
    "nonzero", "masked_select", "unique_consecutive", "_unique2", "bincount", "unique_dim",
}  # fmt: skip


class NoWaiting(TorchDispatchMode):
    """Fails on whatever would have the CPU wait for a GPU, or what a capture forbids."""

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None
    ) -> Any:
        name = func.overloadpacket.__name__
        assert name != "_local_scalar_dense", "a number is asked for"
        assert name not in SHAPED_BY_NUMBERS, f"{name}: the shape depends on numbers"
        if name.startswith("index"):
            for index in args[1] if isinstance(args[1], (list, tuple)) else ():
                assert index is None or index.dtype != torch.bool, "a mask selects"
        found = func(*args, **(kwargs or {}))
        devices = {t.device for t in (*args, found) if isinstance(t, Tensor) and t.dim()}
        assert len(devices) <= 1, f"{name} copies between {devices}"
        return found


def players(restriction: Restriction, device: str = "cpu") -> tuple[PolicyNetwork, ParticipantSet]:
    dice = torch.Generator().manual_seed(1)
    policy = PolicyNetwork(PolicyArchitecture(6, restriction))
    policy.reset_parameters(dice)
    people = ParticipantModels(ParticipantArchitecture(8, 4))
    people.contribution.reset_parameters(dice)
    torch.nn.init.normal_(people.vote.weight, std=0.1, generator=dice)
    members = ParticipantSet.of(people, copy.deepcopy(people))
    torch.nn.init.normal_(members[1].vote.weight, std=0.1, generator=dice)
    return policy.to(device), members.requires_grad_(False).to(device)


def climbing(restriction: Restriction = FREE, device: str = "cpu") -> Ascent:
    policy, people = players(restriction, device)
    gradient = TorchGradient(policy, people, PAPER_GAME, GAMES)
    return Ascent(policy, gradient, SHAPE, 1e-3, torch.Generator().manual_seed(2))


@contextmanager
def without_adam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Adam on a CPU reads its count of steps there; a capturable one is looked at below."""
    with monkeypatch.context() as patched:
        patched.setattr(Adam, "ascend", lambda self, gradients: None)
        yield


@RESTRICTIONS
def test_an_update_waits_for_nothing(
    restriction: Restriction, monkeypatch: pytest.MonkeyPatch
) -> None:
    ascent = climbing(restriction)
    with without_adam(monkeypatch), NoWaiting():
        ascent.run(0)
    assert ascent.norm > 0


@pytest.mark.parametrize("step", ["item", "nonzero", "mask", "branch"])
def test_what_waits_is_found(step: str) -> None:
    numbers = torch.arange(4.0)
    waiting = {
        "item": lambda: numbers.sum().item(),
        "nonzero": numbers.nonzero,
        "mask": lambda: numbers[numbers > 1],
        "branch": lambda: bool((numbers > 1).all()),
    }
    with pytest.raises(AssertionError), NoWaiting():
        waiting[step]()


@RESTRICTIONS
def test_shapes_depend_on_no_numbers_and_nothing_leaves_the_device(
    restriction: Restriction, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the device `meta` there are no numbers, only shapes."""
    ascent = climbing(restriction, "meta")
    monkeypatch.setattr(Ascent, "_draw", lambda self: None)  # no generator there
    with without_adam(monkeypatch), NoWaiting():
        ascent.run(0)
    assert ascent.norm.device.type == "meta"


class Weights(torch.nn.Module):
    """Parameters of a pretended GPU, and what an ascent asks of a policy."""

    def __init__(self) -> None:
        super().__init__()
        self.slopes = [torch.zeros(size, device="cuda") for size in ((6, 3), (6,))]
        self.weights = torch.nn.ParameterList(
            torch.nn.Parameter(torch.zeros_like(slope), requires_grad=False)
            for slope in self.slopes
        )

    def project(self) -> None: ...


def test_adam_is_made_for_a_graph() -> None:
    """On pretended tensors of a GPU, which have no numbers to ask for."""
    with FakeTensorMode():
        policy = Weights()
        gradient: Gradient = lambda uniforms, turn: policy.slopes  # noqa: E731
        ascent = Ascent(cast("PolicyNetwork", policy), gradient, SHAPE, 1e-3, torch.Generator())
        for _ in range(2):
            ascent._adam.ascend(policy.slopes)
        adam = {name: t.device.type for name, t in ascent.tensors().items() if "/step" in name}
        assert adam == {"adam/0/step": "cuda", "adam/1/step": "cuda"}
        with pytest.raises(DataDependentOutputException):
            policy.slopes[0].sum().item()


def equal(one: Mapping[str, Tensor], other: Mapping[str, Tensor]) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[k], other[k]) for k in one)


def test_what_is_made_before_a_capture_is_taken_back() -> None:
    tried, straight = climbing(), climbing()
    random = tried.generator.get_state()
    fresh = {name: value.detach().clone() for name, value in tried.tensors().items()}
    tried.run(0)
    places = {name: value.data_ptr() for name, value in tried.tensors().items()}
    tried.run(0)
    tried.rewind(fresh)
    tried.generator.set_state(random)
    assert {name: value.data_ptr() for name, value in tried.tensors().items()} == places
    for _ in range(3):
        tried.run(0)
        straight.run(0)
    assert equal(tried.tensors(), straight.tensors())
    assert torch.equal(tried.norm, straight.norm)


def test_an_update_writes_where_it_was() -> None:
    ascent = climbing()
    ascent.run(0)
    places = {name: value.data_ptr() for name, value in ascent.tensors().items()}
    before = copy.deepcopy(ascent.tensors())
    ascent.run(0)
    assert {name: value.data_ptr() for name, value in ascent.tensors().items()} == places
    assert not equal(ascent.tensors(), before)


class Graph:
    """Stands for a CUDA graph on a computer without one: a replay is an update."""

    def __init__(self) -> None:
        self.registered: list[torch.Generator] = []
        self.replay: Callable[[], None] = lambda: None

    def register_generator_state(self, generator: torch.Generator) -> None:
        self.registered.append(generator)


class Stream:
    def wait_stream(self, other: "Stream") -> None: ...


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> list[Graph]:
    """The calls that a capture makes, without a GPU."""
    graphs: list[Graph] = []

    def new_graph() -> Graph:
        graphs.append(Graph())
        return graphs[-1]

    @contextmanager
    def anywhere(of: object) -> Iterator[None]:
        yield

    monkeypatch.setattr(torch.cuda, "Stream", Stream)
    monkeypatch.setattr(torch.cuda, "current_stream", Stream)
    monkeypatch.setattr(torch.cuda, "stream", anywhere)
    monkeypatch.setattr(torch.cuda, "CUDAGraph", new_graph)
    monkeypatch.setattr(torch.cuda, "graph", anywhere)
    return graphs


def test_a_capture_leaves_no_trace(pretended: list[Graph]) -> None:
    captured, straight = climbing(), climbing()
    update = quickest(captured, torch.device("cuda"), turns=2)
    assert [graph.registered for graph in pretended] == 2 * [[captured.generator]]
    for turn, graph in enumerate(pretended):
        graph.replay = partial(captured.run, turn)
    for turn in range(3):
        update(turn)
        straight.run(turn)
    assert equal(captured.tensors(), straight.tensors())


def test_without_a_graph_training_continues_and_says_so(
    pretended: list[Graph], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(of: object) -> None:
        raise RuntimeError("operation not permitted when stream is capturing\nCompile with ...")

    monkeypatch.setattr(torch.cuda, "graph", refused)
    tried, straight = climbing(), climbing()
    update = quickest(tried, torch.device("cuda"), turns=2)
    [record] = caplog.records
    assert record.getMessage() == (
        "The update cannot be captured as a CUDA graph (operation not permitted when stream is "
        "capturing); training continues without one, more slowly."
    )
    caplog.clear()
    for turn in range(2):
        update(turn)
        straight.run(turn)
    assert equal(tried.tensors(), straight.tensors())


def test_elsewhere_nothing_is_captured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(torch.cuda, "CUDAGraph")
    ascent = climbing()
    for device in ("cpu", "mps"):
        assert quickest(ascent, torch.device(device), turns=2) == ascent.run


def test_the_first_gradient_out_of_range_is_remembered() -> None:
    policy, _ = players(FREE)
    parts = [torch.zeros_like(parameter) for parameter in policy.parameters()]
    given = iter([torch.inf, 0.0])

    def gradient(uniforms: Tensor, turn: int) -> list[Tensor]:
        size = next(given)
        return [part + size for part in parts]

    made: Gradient = gradient
    ascent = ascent_module.Ascent(policy, made, SHAPE, 0.0, torch.Generator())
    assert ascent.finite
    ascent.run(0)
    ascent.run(0)
    assert not ascent.finite
