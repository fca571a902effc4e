"""Money is written in one way wherever it is read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from hcmd_lab.game.payment_settings import PaymentSettings, RoundTo
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.money_format import written_money
from hcmd_lab.telling.known_languages import languages
from hcmd_lab.telling.language import install_language
from hcmd_lab.telling.money import around_money, decimals_of_money, money, money_of_coin
from hcmd_lab.texts.shipped import text_folder
from hcmd_lab.texts.text_numbers import numbers_of
from hcmd_lab.texts.text_reader import read_materials

RULES = SessionRules(
    script=ScriptSettings(consent=True, instructions=True),
    payment=PaymentSettings("EUR", show_up_fee=1234.5, coin_value=0.035),
)


@pytest.fixture(params=languages())
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "en")


def test_texts_write_money_as_windows_do(language: str) -> None:
    said = numbers_of("S", PAPER_GAME, RULES, (2, 4), language)
    assert said["show_up_amount"] == money(123_450, "EUR")
    assert said["coin_amount"] == money_of_coin(0.035, "EUR")
    assert said["round_to_amount"] == money(10, "EUR")


def test_the_shipped_texts_name_no_currency_beside_a_number(language: str, tmp_path: Path) -> None:
    sheet = read_materials(text_folder(tmp_path), "S", PAPER_GAME, RULES, (2, 4)).sheet(language)
    said = "\n".join((sheet.consent, *sheet.instructions))
    assert money(123_450, "EUR") in said
    assert "EUR" not in said


@pytest.mark.parametrize("currency", ["EUR", "ILS", "CHF", "points", "KRW"])
def test_a_field_for_money_looks_like_an_amount(language: str, currency: str) -> None:
    before, after = around_money(currency)
    assert f"{before}{QLocale().toString(12.5, 'f', 2)}{after}" == money(1250, currency)
    decimals = decimals_of_money(1200, currency)
    assert f"{before}{QLocale().toString(12.0, 'f', decimals)}{after}" == money(1200, currency)


@pytest.mark.parametrize(
    ("currency", "cents", "said"),
    [
        ("KRW", 1_299_600, "12,996\u00a0KRW"),
        ("JPY", 120_000, "¥1,200"),
        ("JPY", 120_050, "¥1,200.50"),
        ("EUR", 120_000, "€1,200.00"),
        ("KWD", 1250, "12.50\u00a0KWD"),
    ],
)
def test_what_has_no_hundredths_is_written_without_them(
    qapp: QApplication, currency: str, cents: int, said: str
) -> None:
    install_language(qapp, "en")
    assert money(cents, currency) == said


def test_texts_write_yen_as_windows_do(language: str) -> None:
    rules = replace(RULES, payment=PaymentSettings("JPY", 500.0, 2.5, RoundTo.TEN))
    said = numbers_of("S", PAPER_GAME, rules, (2, 4), language)
    assert said["show_up_amount"] == money(50_000, "JPY")
    assert said["coin_amount"] == money_of_coin(2.5, "JPY")
    assert said["round_to_amount"] == money(1000, "JPY")
    assert (said["show_up_fee"], said["round_to"]) == ("500", "10")


def test_less_than_nothing_has_a_minus_sign(language: str) -> None:
    said = written_money(QLocale(language), -1.5, "EUR")
    assert said.lstrip("\u200f\u200e").startswith("\u2212")


@pytest.mark.parametrize("currency", ["EUR", "CHF"])
def test_from_right_to_left_the_minus_stays_at_the_left_of_its_digits(currency: str) -> None:
    assert "\u200e\u22121.50" in written_money(QLocale("he"), -1.5, currency)
    assert "\u200e" not in written_money(QLocale("en"), -1.5, currency)
