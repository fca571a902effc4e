"""No code that names something is read as a number, whatever is drawn."""

import secrets
from collections.abc import Sequence

import pytest

from hcmd_lab.codes import new_code


@pytest.mark.parametrize("drawn", ["0", "1e", "0x1a", "9"])
def test_no_program_takes_a_code_for_a_number(monkeypatch: pytest.MonkeyPatch, drawn: str) -> None:
    """As `00000000`, `1e1e1e1e`, `0x1a0x1a`: R and spreadsheets read such cells as numbers."""
    wanted = iter(drawn * 8)

    def choice(characters: Sequence[str]) -> str:
        wish = next(wanted)
        return wish if wish in characters else characters[0]

    monkeypatch.setattr(secrets, "choice", choice)
    code = new_code()
    assert code[0].isalpha()
    assert len(code) == 8
    assert code.isalnum()
