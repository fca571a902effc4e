"""A reason that is given on the command line stands in sentences: it is one line of them."""

import pytest

from hcmd_lab.cli.irrevocable import require_reason
from hcmd_lab.errors import UsageError


def test_a_reason_is_one_line_that_turns_nothing_after_it() -> None:
    assert require_reason(" wrong\u202e\r\nroom\x07 \u2028") == "wrong room"


@pytest.mark.parametrize("nothing", ["", " ", "\x07", "\u202e\u2066", "\n"])
def test_a_reason_of_nothing_that_can_be_seen_is_none(nothing: str) -> None:
    with pytest.raises(UsageError, match="the reason is empty"):
        require_reason(nothing)
