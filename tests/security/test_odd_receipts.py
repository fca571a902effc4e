"""Odd receipts: names without end or from the right, any money, sessions that were cut short."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pdf_text import text_of
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot
from reading_in import reading_in
from scripted import MATERIALS
from typer.testing import CliRunner
from walks import TABLES, Walk, small_plan

from hcmd_lab.cli.commands import lab_program
from hcmd_lab.figures.receipts import Occasion, receipt_html, receipts_pdf
from hcmd_lab.game import events as ev
from hcmd_lab.game.payment import MAX_CENTS, Basis, Payment
from hcmd_lab.game.payment_list import PaymentRow, payment_rows
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.storage.event_chain import link
from hcmd_lab.storage.mark import Mark, write_mark
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.telling.money import money
from ui.control.session.payment_question import PaymentQuestion

app = lab_program()

UTC = "2026-01-02T03:04:05.678+00:00"
NUMBER = "1234567-0123456789abcdef"
PAID = Payment(Basis.PLAYED, Decimal(500), 19_825, Decimal("793.00"), 1300, None)
OPEN = "may still change"


@pytest.fixture(autouse=True)
def in_english(qtbot: QtBot) -> Iterator[None]:
    with reading_in("en_US"):
        yield


def row(paid: Payment = PAID, label: str = "A7") -> PaymentRow:
    return PaymentRow("4k7qx2mp", label, "3", 1, 0, False, paid)


def occasion(study: str = "Study", lab: str = "", currency: str = "EUR") -> Occasion:
    settings = PaymentSettings(currency=currency)
    return Occasion(study, "abcd1234", UTC, settings, lab, NUMBER)


def said(paid: PaymentRow, at: Occasion | None = None) -> str:
    document = QTextDocument()
    document.setHtml(receipt_html(paid, at or occasion(), anonymous=False))
    return document.toPlainText()


ENDLESS = "Institute for the Study of Everything " * 300
NAMES = {
    "wide": ("W" * 64, "W" * 500, "W" * 500, "EUR"),
    "many words": ("W " * 32, ENDLESS, ENDLESS, ENDLESS),
    "from the right": ("שירה כהן לוי " * 5, "מחקר " * 400, "מעבדה " * 400, "ש״ח " * 99),
    "tags": ("<b>" * 21, "<img src=x>" * 300, "<table>" * 300, "</td>" * 200),
    "tall": ("\u0e37\u0e49" * 32, "\u0e37\u0e49" * 900, "x" + "\u0301" * 900, "\u0301" * 300),
}


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_all_of_a_receipt_is_on_its_page(names: tuple[str, ...], tmp_path: Path) -> None:
    label, study, lab, currency = names
    paid = replace(PAID, basis=Basis.VOID, adjusted_cents=MAX_CENTS)
    data = receipts_pdf([row(paid, label[:64])], occasion(study, lab, currency), anonymous=False)
    assert data.count(b"/Type /Page\n") == 1
    (tmp_path / "receipt.pdf").write_bytes(data)
    text = text_of(tmp_path / "receipt.pdf")
    for words in ("10,000,000,000.00", "Total received", "Date and signature", NUMBER, "4k7qx2mp"):
        assert words in text, words


def test_a_long_label_is_there_to_its_last_letter(tmp_path: Path) -> None:
    label = "W" * 60 + "last"
    (tmp_path / "receipt.pdf").write_bytes(
        receipts_pdf([row(PAID, label)], occasion(), anonymous=False)
    )
    assert label in "".join(text_of(tmp_path / "receipt.pdf").split())


@pytest.mark.parametrize("label", ["דוד 12", "سارة ٧", "דוד", "A דוד"])
def test_letters_from_the_right_do_not_turn_the_code(label: str) -> None:
    """Without an isolate the 4 of the code would stand before the label."""
    assert f"Participant: \u2068{label}\u2069 (4k7qx2mp)" in said(row(label=label))


@pytest.mark.parametrize(
    ("cents", "currency", "words"),
    [
        (0, "EUR", "€0.00"),
        (5, "JPY", "¥0.05"),
        (MAX_CENTS, "EUR", "€10,000,000,000.00"),
        (MAX_CENTS - 1, "CHF", "9,999,999,999.99\N{NO-BREAK SPACE}CHF"),
        (1250, "", "12.50\N{NO-BREAK SPACE}"),
        (1250, "points", "12.50\N{NO-BREAK SPACE}points"),
    ],
)
def test_any_amount_is_written_exactly(cents: int, currency: str, words: str) -> None:
    assert money(cents, currency) == words
    paid = replace(PAID, adjusted_cents=cents)
    lines = said(row(paid), occasion(currency=currency)).splitlines()
    # Qt's plain text has usual spaces.
    assert lines[lines.index("Total received") + 1] == words.replace("\N{NO-BREAK SPACE}", " ")


def test_the_parts_add_up_whatever_the_total_is() -> None:
    for cents in (0, 1, 1299, 1301, MAX_CENTS):
        lines = said(row(replace(PAID, adjusted_cents=cents))).splitlines()
        amounts = [Decimal(re.sub("[€,]", "", each).replace("\N{MINUS SIGN}", "-"))
                   for each in lines if re.fullmatch(r"\N{MINUS SIGN}?€[\d,.]+", each)]  # fmt: skip
        assert sum(amounts[:-1]) == amounts[-1] == Decimal(cents) / 100


# --- sessions that were cut short ------------------------------------------------------------


def receipts(walk: Walk) -> dict[str, str]:
    return {each.participant: said(each) for each in payment_rows(walk.state)}


def people(walk: Walk, count: int = 4) -> None:
    for number in range(1, count + 1):
        walk.do(ev.CheckedIn(walk.now_ms, f"p{number}", f"s{number}", "", False))


def test_while_somebody_plays_the_receipt_says_that_the_sum_may_change() -> None:
    walk = Walk(small_plan())
    people(walk)
    walk.play_stage(1)
    assert all(OPEN in each for each in receipts(walk).values())
    walk.do(ev.PaymentAdjusted(walk.now_ms, "p1", 900, "agreed"))
    now = receipts(walk)
    assert OPEN not in now["p1"], "what was set stays"
    assert OPEN in now["p2"]


def test_a_session_that_was_ended_pays_what_was_played_for_good() -> None:
    walk = Walk(small_plan())
    people(walk)
    walk.play_stage(1)
    earned = walk.state.groups[1].history
    walk.do(ev.GroupEnded(walk.now_ms, 1, "ended_early", "time is up"))
    for code, words in receipts(walk).items():
        assert OPEN not in words
        seat = walk.state.participants[code].seat
        assert seat is not None
        coins = sum(
            100 * (walk.state.plan.game.endowments(walk.state.groups[1].plan.tail_endowment)[seat]
                   - each.contributions[seat]) + each.payout_hundredths[seat]
            for each in earned
        )  # fmt: skip
        assert f"{Decimal(coins) / 100:f}".rstrip("0").rstrip(".") + " coins at" in words


def test_a_session_that_was_ended_before_it_began_pays_the_fee_alone() -> None:
    walk = Walk(small_plan())
    people(walk, 2)
    walk.do(ev.GroupEnded(walk.now_ms, 1, "ended_early", "time is up"))
    for words in receipts(walk).values():
        assert "coins at" not in words
        assert "€5.00" in words
        assert OPEN not in words


@pytest.mark.parametrize("rule", PayRule)
def test_whoever_left_is_told_a_sum_that_stays(rule: PayRule) -> None:
    """Unless the rounds that are played for their seat count too."""
    walk = Walk(small_plan(payment=PaymentSettings(pay_dropped=rule)))
    people(walk)
    walk.play_stage(1)
    walk.do(ev.SeatDropped(walk.now_ms, 1, 0, "has gone"))
    left = next(c for c, person in walk.state.participants.items() if person.seat == 0)
    then = receipts(walk)[left]
    assert (OPEN in then) == (rule is PayRule.EARNED)
    walk.do(ev.GroupEnded(walk.now_ms, 1, "ended_early", "time is up"))
    assert OPEN not in receipts(walk)[left]


def test_a_group_whose_data_are_unusable_is_told_so_and_paid_by_its_rule() -> None:
    walk = Walk(small_plan(payment=PaymentSettings(pay_void=PayRule.SHOW_UP)))
    people(walk)
    walk.play_stage(1)
    walk.do(ev.GroupEnded(walk.now_ms, 1, "void", "noise"))
    for words in receipts(walk).values():
        assert "The group could not finish the game." in words
        assert "coins at" not in words


def test_whoever_declines_or_is_turned_away_came_and_did_not_play() -> None:
    walk = Walk(small_plan(script=ScriptSettings(consent=True), materials=MATERIALS))
    people(walk, 1)
    assert OPEN in receipts(walk)["p1"]
    walk.do(ev.ConsentAnswered(walk.now_ms, "p1", agreed=False, version="v1"))
    walk.do(ev.TurnedAway(walk.now_ms, "p9", "Zoe", "all seats were taken"))
    for code in ("p1", "p9"):
        assert "came but did not take part" in receipts(walk)[code]
        assert OPEN not in receipts(walk)[code]


# --- the log's number on it ------------------------------------------------------------------


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    with make_study(folder, make_settings("quick", {})) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        walk = Walk(small_plan(settings=SessionSettings()))
        people(walk)
        walk.play_stage(1)
        walk.do(ev.GroupEnded(walk.now_ms, 1, "ended_early", "time is up"))
        store.log.append("aaaaaaaa", walk.events, UTC)
    return folder


def lab(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or done.exit_code, done.exception
    return done.exit_code, " ".join(done.output.split()) + str(done.exception or "")


def number_on_receipts(study: Path) -> str:
    paper = study.parent / "receipts.pdf"
    assert lab("payments", study, "--receipts", paper)[0] == 0
    numbers = set(re.findall(r"Log of the study: (\S+)", text_of(paper)))
    assert len(numbers) == 1
    return numbers.pop()


def forge(study: Path, change: str) -> None:
    """Change the log, and make the whole chain and the mark anew, as somebody who knows how."""
    connection = sqlite3.connect(study / "study.db")
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN "
        "('event', 'chain')"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(change)
    connection.execute("DELETE FROM chain")
    digest = ""
    rows = connection.execute("SELECT id, session, at_ms, utc, kind, body FROM event ORDER BY id")
    for event in rows.fetchall():
        digest = link(digest, *event)
        connection.execute("INSERT INTO chain VALUES (?, ?)", (event[0], digest))
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()
    with sqlite3.connect(study / "study.db") as connection:
        ((last, digest),) = connection.execute(
            "SELECT event_id, digest FROM chain ORDER BY 1 DESC LIMIT 1"
        )
    connection.close()
    write_mark(study, Mark(last, digest, UTC))


def test_the_number_on_a_receipt_is_in_the_log_and_stays_when_it_grows(study: Path) -> None:
    number = number_on_receipts(study)
    code, words = lab("check", study, "--log", number)
    assert (code, "does not hold" in words) == (0, False), words
    assert lab("payments", study, "--adjust", "p1=7.50", "--reason", "agreed")[0] == 0
    assert number_on_receipts(study) != number
    assert lab("check", study, "--log", number)[0] == 0
    with Store.open(study) as store:
        assert store.log.holds(number)


CHANGES = {
    "a contribution": "UPDATE event SET body = json_set(body, '$.contribution', 0) WHERE id = "
    "(SELECT max(id) FROM event WHERE kind = 'Contributed' "
    "AND json_extract(body, '$.contribution') > 0)",
    "a time of day": "UPDATE event SET utc = '2026-01-02T03:04:05.679+00:00' WHERE id = 3",
    "an event at the end": "DELETE FROM event WHERE id = (SELECT max(id) FROM event)",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_log_that_was_forged_with_its_chain_is_found_out_by_a_receipt(
    study: Path, change: str
) -> None:
    number = number_on_receipts(study)
    forge(study, change)
    with Store.read(study) as store:
        assert store.gaps() == [], "nothing but the number tells"
    code, words = lab("check", study, "--log", number)
    assert code == 1
    assert f"the log does not hold {number}" in words


# --- what can be set -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "amount", ["1e20", "1e999999", "1e400000000", "99999999999999999999.99", "10000000000.01"]
)
def test_an_amount_that_nobody_pays_is_refused_with_a_sentence(study: Path, amount: str) -> None:
    code, words = lab("payments", study, "--adjust", f"p1={amount}", "--reason", "x")
    assert code != 0
    assert "is more than is ever paid" in words or "is not a payment" in words
    assert "OverflowError" not in words
    with Store.read(study) as store:
        assert not [e for e in store.log.events("aaaaaaaa") if isinstance(e, ev.PaymentAdjusted)]


def test_the_largest_payment_is_shown_as_it_is_in_the_question(qtbot: QtBot) -> None:
    question = PaymentQuestion(row(replace(PAID, adjusted_cents=MAX_CENTS)), "EUR")
    qtbot.addWidget(question)
    assert question.cents == MAX_CENTS
