"""Preview of the survey pages, before there is a session."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from hcmd_lab.game.materials import Materials
from hcmd_lab.game.payment import CENTS, Basis, rounded_cents
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.rules import HUNDREDTHS, Game
from hcmd_lab.game.script_view import PaymentView, ScriptView
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.view import Page, SeatView

_PERSON = "preview"


def preview_views(
    materials: Materials, language: str, rules: SessionRules, game: Game
) -> list[SeatView]:
    """Every page that a participant with this language would see, in order.

    Args:
        materials: The texts of the session.
        language: Code of a language.
        rules: The session's settings.
        game: The parameters of the game.
    """
    sheet, script = materials.sheet(language), rules.script
    views = []
    if script.consent:
        views.append(_view(Page.CONSENT, ScriptView(sheet.consent, materials.consent_version)))
    count = len(sheet.instructions)
    for page, text in enumerate(sheet.instructions):
        views.append(_view(Page.INSTRUCTIONS, ScriptView(text, page=page, pages=count)))
    count = len(sheet.questions)
    for page, asked in enumerate(sheet.questions):
        view = ScriptView(asked.text, page=page, pages=count, question=asked.name,
                          options=asked.options)  # fmt: skip
        views.append(_view(Page.QUESTIONS, view))
    if sheet.questionnaire:
        views.append(_view(Page.QUESTIONNAIRE, ScriptView(items=sheet.questionnaire)))
    if script.payment_screen:
        views.append(_view(Page.PAYMENT, ScriptView(payment=example_payment(rules.payment, game))))
    return [replace(view, players=game.seats) for view in views]


def _view(page: Page, script: ScriptView) -> SeatView:
    return SeatView(page, participant=_PERSON, script=script)


def example_coins(game: Game) -> int:
    """Coins that three stages bring where everyone gives all: the mean of the seats, in tens."""
    coins = [sum(game.endowments(tail)) for tail in game.tail_endowments]
    earned = 3 * game.rounds * game.multiplier * sum(coins) / (len(coins) * game.seats)
    return max(10, 10 * round(earned / 10))


def example_payment(settings: PaymentSettings, game: Game) -> PaymentView:
    """The payment of a participant with `example_coins`."""
    earned = example_coins(game)
    fee = CENTS * Decimal(repr(settings.show_up_fee))
    coins = CENTS * Decimal(repr(settings.coin_value)) * earned
    return PaymentView(
        Basis.PLAYED,
        settings.currency,
        int(fee.to_integral_value(ROUND_HALF_UP)),
        earned * HUNDREDTHS,
        settings.coin_value,
        int(coins.to_integral_value(ROUND_HALF_UP)),
        rounded_cents(fee + coins, settings),
        is_adjusted=False,
    )
