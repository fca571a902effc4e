"""What is told of a number that was measured several times."""

import statistics
from collections.abc import Sequence


def with_error(values: Sequence[float]) -> dict[str, float | None]:
    """Mean and its standard error; None for what so few values do not have."""
    error = statistics.stdev(values) / len(values) ** 0.5 if len(values) > 1 else None
    return {"mean": statistics.fmean(values) if values else None, "standard_error": error}
