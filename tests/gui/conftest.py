"""Garbage is collected between tests, as the programs do it between events (`ui.collector`).

What was there before a module's first test is not looked at after each of its tests.
"""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def _older_things_are_left_alone() -> None:
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collection_between_tests() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()
    gc.collect()
