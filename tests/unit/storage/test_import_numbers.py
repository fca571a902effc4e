"""Numbers as people write them."""

import pytest

from hcmd_lab.storage.importers.numbers import FoundNumber, read_number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4.40", FoundNumber(4.4, decimals=2)),
        (" 7 ", FoundNumber(7)),
        ("٧", FoundNumber(7)),
        ("4٫5", FoundNumber(4.5, decimals=1)),
        ("4,40", FoundNumber(4.4, decimal_comma=True, decimals=2)),
        ("-4,5", FoundNumber(-4.5, decimal_comma=True, decimals=1)),
        ("1,234", FoundNumber(1.234, decimal_comma=True, decimals=3)),
        ("1,234.50", FoundNumber(1234.5, grouped=True, decimals=2)),
        ("1,234,567", FoundNumber(1234567, grouped=True)),
        ("1.234,50", FoundNumber(1234.5, True, True, 2)),
        ("1\u00a0234,5", FoundNumber(1234.5, True, True, 1)),
        ("1\u202f234.5", FoundNumber(1234.5, grouped=True, decimals=1)),
        ("1'234", FoundNumber(1234, grouped=True)),
    ],
)
def test_numbers(text: str, found: FoundNumber) -> None:
    assert read_number(text) == found


@pytest.mark.parametrize(
    "text", ["", "x", "1_0", "1_000,5", "1,23,4", "1 2", "12,34.5", "nan", "-inf", "1e999", "0x1"]
)
def test_what_is_none(text: str) -> None:
    assert read_number(text) is None
