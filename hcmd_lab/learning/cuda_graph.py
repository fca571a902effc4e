"""An update captured as a CUDA graph: its hundreds of small kernels are launched as one.

Without one a GPU waits for Python most of the time. The steps are those of PyTorch's notes
(https://docs.pytorch.org/docs/stable/notes/cuda.html#cuda-graphs): warm up on a side stream,
register the generator, capture, replay.
"""

import logging
from collections.abc import Callable

import torch

from hcmd_lab.learning.ascent import Ascent

_WARM_UP = 3
"""Updates made before the capture: libraries and Adam set themselves up in the first ones."""

_log = logging.getLogger(__name__)


def quickest(ascent: Ascent, device: torch.device, turns: int) -> Callable[[int], None]:
    """The quickest way of making an update on a device: a graph with CUDA, else the update itself.

    The next update made is the same as if this had not been called: what was made on the way is
    taken back, so that a training run makes all of its updates in one way, wherever it resumes.

    Args:
        ascent: The update.
        device: Where it works.
        turns: After so many turns the first comes again; each has a graph of its own.

    Returns:
        Makes the update of a turn.
    """
    if device.type != "cuda":
        return ascent.run
    before = {name: value.detach().clone() for name, value in ascent.tensors().items()}
    random = ascent.generator.get_state()
    try:
        update = _captured(ascent, turns)
    except RuntimeError as error:
        _log.warning(
            "The update cannot be captured as a CUDA graph (%s); training continues without one, "
            "more slowly.",
            str(error).partition("\n")[0],
        )
        update = ascent.run
    ascent.rewind(before)
    ascent.generator.set_state(random)
    return update


def _captured(ascent: Ascent, turns: int) -> Callable[[int], None]:
    """Capture the updates of all turns; several are made before.

    Raises:
        RuntimeError: Something in them cannot be captured.
    """
    new_stream: Callable[[], torch.cuda.Stream] = torch.cuda.Stream  # torch gives it no types
    aside = new_stream()
    aside.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(aside):
        for turn in range(_WARM_UP):
            ascent.run(turn)
    torch.cuda.current_stream().wait_stream(aside)
    graphs = []
    for turn in range(turns):
        graph = torch.cuda.CUDAGraph()
        # A replay then continues the generator's sequence instead of repeating what was captured.
        graph.register_generator_state(ascent.generator)
        with torch.cuda.graph(graph):
            ascent.run(turn)
        graphs.append(graph)
    return lambda turn: graphs[turn % turns].replay()
