"""Amounts of money as the reader's language writes them."""

from decimal import Decimal

from PySide6.QtCore import QLocale

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}


def money(cents: int, currency: str) -> str:
    """An amount in hundredths of a currency: 1250 and EUR are "€12.50" or "12,50 €"."""
    return _written(cents / 100, currency, 2)


def money_of_coin(value: float, currency: str) -> str:
    """What a coin is worth, with all of its decimals and at least two."""
    decimals = -int(Decimal(repr(value)).normalize().as_tuple().exponent)
    return _written(value, currency, max(2, decimals))


def _written(amount: float, currency: str, decimals: int) -> str:
    if amount < 0:  # some languages would put it into brackets
        return f"\u2212{_written(-amount, currency, decimals)}"
    sign = _SIGNS.get(currency)
    if sign is None:
        return f"{QLocale().toString(amount, 'f', decimals)}\u00a0{currency}"
    return QLocale().toCurrencyString(amount, sign, decimals)
