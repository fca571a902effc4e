"""References to None and True held by living objects.

A growing history holds more of them, and that is right; what a reference count gains beyond that
was lost by someone.
"""

import gc
from collections.abc import Iterator
from types import FrameType

import numpy as np

_SIMPLE = (str, bytes, int, float, complex, type(None))


def held_references() -> dict[str, int]:
    """References to None and to True that objects hold which the garbage collector can reach."""
    counts = {"none": 0, "true": 0}
    waiting = gc.get_objects()
    seen = {id(found) for found in waiting}
    own = (id(waiting), id(seen), id(counts))
    while waiting:
        found = waiting.pop()
        if id(found) in own or isinstance(found, FrameType):  # what runs now changes all the time
            continue
        for held in _held_by(found):
            if held is None:
                counts["none"] += 1
            elif held is True:
                counts["true"] += 1
            elif not isinstance(held, _SIMPLE) and id(held) not in seen:
                seen.add(id(held))
                waiting.append(held)
    return counts


def _held_by(found: object) -> Iterator[object]:
    yield from gc.get_referents(found)
    # The collector does not look into arrays.
    if isinstance(found, np.ndarray) and found.base is None and found.dtype.hasobject:
        for name in found.dtype.names or ():
            if found.dtype[name].hasobject and not found.dtype[name].names:
                yield from found[name].ravel().tolist()
