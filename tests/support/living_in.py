"""A computer in another time zone."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def living_in(zone: str) -> Iterator[None]:
    """Let the computer be in a zone of the tz database, such as Europe/Berlin."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows does not let a program move to another zone")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        yield
    time.tzset()
