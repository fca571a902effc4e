"""Garbage is collected between tests, as the programs do it between events (`ui.collector`)."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _older_things_are_left_alone() -> Iterator[None]:
    """What was imported before the first test is not looked at after each of them."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _collection_between_tests() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()
    gc.collect()
