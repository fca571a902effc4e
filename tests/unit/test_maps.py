"""The maps of docs/architecture.md show the code as it is."""

from pkgutil import resolve_name
from types import FunctionType

import pytest

from docs.maps.__main__ import stale
from docs.maps.contribution import WAY, Stop
from docs.maps.packages import layers, summary


def test_the_maps_are_those_of_the_code() -> None:
    assert stale() == [], "run: python -m docs.maps"


def test_every_package_says_what_it_is() -> None:
    for layer in layers():
        for module in layer:
            assert summary(module).endswith("."), module


@pytest.mark.parametrize("stop", WAY, ids=lambda stop: stop.function)
def test_every_stop_on_the_way_of_a_contribution_exists(stop: Stop) -> None:
    assert isinstance(resolve_name(stop.function), FunctionType)
