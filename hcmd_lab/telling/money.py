"""Amounts of money in the reader's language."""

from hcmd_lab.money_format import decimals_of, written_money
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.numbers import coins, number, spoken_locale
from hcmd_lab.telling.translate import translate


def money(cents: int, currency: str) -> str:
    """An amount in hundredths of a currency: 1250 and EUR are "€12.50" or "12,50 €"."""
    return written_money(spoken_locale(), cents / 100, currency)


def money_of_coin(value: float, currency: str) -> str:
    """The value of a coin, with all of its decimals and at least two."""
    return written_money(spoken_locale(), value, currency)


def decimals_of_money(cents: int, currency: str) -> int:
    """Digits after the point with which `money` writes this amount."""
    return decimals_of(cents / 100, currency)


def around_money(currency: str) -> tuple[str, str]:
    """What stands before and after an amount of a currency, such as ("€", "") or ("", " €")."""
    before, _, after = written_money(spoken_locale(), 0, currency, 2).partition(number(0, 2))
    return before, after


def coin_count(count: int) -> Sentence:
    """Whole coins, counted."""
    return Sentence("{n} coin(s)", n=count)


def coins_in_words(hundredths: int) -> str:
    """An amount of coins with its unit: "1 coin", "6 coins", "22.4 coins"."""
    whole, rest = divmod(hundredths, 100)
    if rest == 0:
        return translate(coin_count(whole))
    return translate("{amount} coins", amount=coins(hundredths))
