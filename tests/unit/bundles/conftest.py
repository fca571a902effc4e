"""Two labs that play under one design."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from two_labs import Labs, two_labs


@pytest.fixture
def labs(tmp_path: Path) -> Iterator[Labs]:
    with two_labs(tmp_path) as opened:
        yield opened
