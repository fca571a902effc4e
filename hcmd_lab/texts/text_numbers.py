"""Numbers that texts can name, and conditions for their lines."""

from collections.abc import Iterable

from PySide6.QtCore import QLocale

from hcmd_lab.game.payment_settings import PayRule
from hcmd_lab.game.rules import HUNDREDTHS, Game
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.money_format import decimals_of, written_money

_EXAMPLES = (20, 10, 30, 40, 50, 60, 5, 15, 25, 2, 4, 8, 1)
"""Coins in the fund of the shipped texts' example, the first that suits the game."""

CONDITIONS = {
    "several_rounds": "a stage has more than one round",
    "practice": "there are practice rounds",
    "questionnaire": "there is a questionnaire",
    "several_conditions": "groups differ in the coins of their other players",
    "one_condition": "the others have the same in all groups, and the head has another number",
    "equal_endowments": "all players of all groups have the same coins",
    "paid": "there is a payment for coming, or for coins",
    "show_up_fee": "there is a payment for coming",
    "coins_are_paid": "a coin is worth money",
    "rounded_up": "there is a payment, which is rounded up",
    "rounded_nearest": "there is a payment, which is rounded to the nearest unit",
    "dropped_played": "who stops early is paid for the coins earned by then",
    "dropped_earned": "who stops early is paid for all coins earned at the seat",
    "dropped_show_up": "who stops early is not paid for coins",
    "void_show_up": "a group whose data are unusable is not paid for coins",
}
"""What a line of a text can depend on."""

STAGES = 3


def numbers_of(
    study: str, game: Game, rules: SessionRules, tail_endowments: Iterable[int], language: str
) -> dict[str, str]:
    """The numbers that can be filled into texts, by name.

    Args:
        study: Name of the study.
        game: The parameters of the game.
        rules: The session's settings.
        tail_endowments: Tail endowments of its groups.
        language: Code, such as `de`.

    Returns:
        A text for each name that `docs/session-script.md` lists.
    """
    locale = QLocale(language)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    example = example_coins(game)
    payment = rules.payment
    return {
        "study": study,
        "players": _plain(locale, game.seats),
        "stages": _plain(locale, STAGES),
        "rounds": _plain(locale, game.rounds),
        "practice_rounds": _plain(locale, rules.script.practice_rounds),
        "head_endowment": _plain(locale, game.head_endowment),
        "tail_endowments": ", ".join(_plain(locale, each) for each in sorted(set(tail_endowments))),
        "multiplier": _plain(locale, game.multiplier_percent / 100),
        "growth": _plain(locale, game.multiplier_percent - 100),
        "example_coins": _plain(locale, example),
        "example_fund": _plain(locale, example * game.multiplier_percent / 100),
        "show_up_amount": _amount(language, payment.show_up_fee, payment.currency),
        "coin_amount": _amount(language, payment.coin_value, payment.currency),
        "round_to_amount": _amount(language, float(payment.round_to), payment.currency),
        "show_up_fee": _money(locale, payment.show_up_fee, payment.currency),
        "coin_value": _money(locale, payment.coin_value, payment.currency),
        "round_to": _money(locale, float(payment.round_to), payment.currency),
        "currency": payment.currency,
    }


def example_coins(game: Game) -> int:
    """Coins in a fund that becomes a whole number, as control questions ask for.

    They can be there in the game, unless its growth makes none of these a whole number.
    """
    most = max(sum(game.endowments(tail)) for tail in game.tail_endowments)
    whole = (coins for coins in _EXAMPLES if coins * game.multiplier_percent % HUNDREDTHS == 0)
    return next((coins for coins in whole if coins <= most), HUNDREDTHS)


def conditions_of(
    rules: SessionRules, game: Game, tail_endowments: Iterable[int]
) -> dict[str, bool]:
    """Whether each of `CONDITIONS` holds.

    Args:
        rules: The session's settings.
        game: The parameters of the game.
        tail_endowments: Tail endowments of its groups.
    """
    payment, script = rules.payment, rules.script
    tails = set(tail_endowments)
    fee, coins = payment.show_up_fee > 0, payment.coin_value > 0
    return {
        "several_rounds": game.rounds > 1,
        "practice": script.practice_rounds > 0,
        "questionnaire": script.questionnaire,
        "several_conditions": len(tails) > 1,
        "one_condition": len(tails) == 1 and tails != {game.head_endowment},
        "equal_endowments": tails == {game.head_endowment},
        "paid": fee or coins,
        "show_up_fee": fee,
        "coins_are_paid": coins,
        "rounded_up": (fee or coins) and payment.round_up,
        "rounded_nearest": (fee or coins) and not payment.round_up,
        "dropped_played": coins and payment.pay_dropped is PayRule.PLAYED,
        "dropped_earned": coins and payment.pay_dropped is PayRule.EARNED,
        "dropped_show_up": coins and payment.pay_dropped is PayRule.SHOW_UP,
        "void_show_up": coins and payment.pay_void is PayRule.SHOW_UP,
    }


def _plain(locale: QLocale, number: float) -> str:
    return locale.toString(float(number), "g", 6)


def _money(locale: QLocale, amount: float, currency: str) -> str:
    return locale.toString(amount, "f", decimals_of(amount, currency))


def _amount(language: str, amount: float, currency: str) -> str:
    """An amount as the windows write it, so that both are the same."""
    return written_money(QLocale(language), amount, currency)
