"""What every kind of measurement prints: what was done, what came of it, and on what machine."""

import os
import platform
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
"""`what` was done, and what was counted; which figures there are differs from kind to kind."""

QUIET_LOAD = 0.5
"""Programs that wait or run for each core, up to which a machine counts as quiet."""


def machine() -> dict[str, Any]:
    """What a figure depends on: cores, Python, and how busy the machine was just before."""
    cores = os.cpu_count() or 1
    load = os.getloadavg()[0]
    return {
        "cores": cores,
        "python": platform.python_version(),
        "system": platform.system(),
        "load": round(load, 1),
        "busy": load > QUIET_LOAD * cores,
    }


def percentiles(times_ms: list[float]) -> dict[str, float]:
    """Median, 99th percentile and longest of some times, in milliseconds.

    Raises:
        ValueError: There are none.
    """
    if not times_ms:
        raise ValueError("nothing was measured")
    ordered = sorted(times_ms)
    return {
        "p50_ms": round(ordered[len(ordered) // 2], 1),
        "p99_ms": round(ordered[int(0.99 * (len(ordered) - 1))], 1),
        "longest_ms": round(ordered[-1], 1),
    }
