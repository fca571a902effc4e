"""Amounts of money in the reader's language."""

from decimal import Decimal

from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.numbers import coins, number, spoken_locale
from hcmd_lab.telling.translate import translate

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}


def money(cents: int, currency: str) -> str:
    """An amount in hundredths of a currency: 1250 and EUR are "€12.50" or "12,50 €"."""
    return _written(cents / 100, currency, 2)


def money_of_coin(value: float, currency: str) -> str:
    """The value of a coin, with all of its decimals and at least two."""
    decimals = -int(Decimal(repr(value)).normalize().as_tuple().exponent)
    return _written(value, currency, max(2, decimals))


def coin_count(count: int) -> Sentence:
    """Whole coins, counted."""
    return Sentence("{n} coin(s)", n=count)


def coins_in_words(hundredths: int) -> str:
    """An amount of coins with its unit: "1 coin", "6 coins", "22.4 coins"."""
    whole, rest = divmod(hundredths, 100)
    if rest == 0:
        return translate(coin_count(whole))
    return translate("{amount} coins", amount=coins(hundredths))


def _written(amount: float, currency: str, decimals: int) -> str:
    if amount < 0:  # some languages would put it into brackets
        return f"\u2212{_written(-amount, currency, decimals)}"
    sign = _SIGNS.get(currency)
    if sign is None:
        return f"{number(amount, decimals)}\u00a0{currency}"
    return spoken_locale().toCurrencyString(amount, sign, decimals)
