"""Whatever a participant's screen says about the session is so, in every session."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pytest
from any_session import VARIANTS, Variant, screens, seat_everybody, walk_of
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game import events as ev
from hcmd_lab.game.default_choice import default_contribution
from hcmd_lab.game.plan import SessionPlan, rounds_of_stage
from hcmd_lab.game.script_preview import preview_views
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import TimeoutContribution
from hcmd_lab.game.state import DefaultCause, Phase
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.hosting.commands import Rejection, answer
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import CallHelp, Continue, Decide, Vote
from hcmd_lab.telling.language import speak
from ui.kiosk.screen import ParticipantScreen

RULES_COMPARED = {
    "en": (r"(an)?other (rule|way)|different|new rule|same (rule|way)|changes", r"\bmay\b"),
    "de": (r"andere\w* Regel|neue\w* Regel|anders|genauso|gleiche\w* Regel", r"\bkann\b"),
    "he": (r"כלל(ים)? אחר|אחרת|אותו כלל|באותו אופן", r"ייתכן"),
}
"""Words that compare the rules of two stages, and what makes a possibility of them."""

OTHERS_ARE_PEOPLE = {
    "en": r"in this room|\bpeople\b|\bpersons?\b",
    "de": r"in diesem raum|\bpersonen\b",
    "he": r"בחדר הזה|אנשים",
}
PRACTICE = {"en": r"practi[cs]", "de": r"\büben?\b|übung", "he": r"תרגול|מתרגל"}
COINS_PAY = {
    "en": r"pay depends|coin is worth|for (the )?coins|for the rounds|members are not paid",
    "de": r"auszahlung richtet|münze.* wert|für (die )?(bis dahin verdienten )?münzen",
    "he": r"התשלום שלכם תלוי|מטבע.* שווה|תשלום (גם )?על (ה)?(מטבעות|סיבובים)",
}
COMING_PAYS = {"en": r"for coming", "de": r"ihr kommen", "he": r"על ההגעה"}
QUESTIONS = {"en": r"questions\.", "de": r"einige fragen", "he": r"כמה שאלות"}


SEEN = [("en", name) for name in VARIANTS] + [
    (language, name) for language in ("de", "he") for name in list(VARIANTS)[:2]
]


@pytest.fixture(scope="module", params=SEEN, ids="-".join)
def session(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator["Session"]:
    """What one participant of a session is shown, from the first page to the last."""
    language, name = request.param
    speak(qapp, language)
    screen = ParticipantScreen(animate=False)
    screen.resize(1024, 768)
    plan, views = every_view(VARIANTS[name])
    shown = [(view, said(screen, view)) for view in (*views, *texts_read(plan, language))]
    yield Session(language, plan, shown)
    screen.deleteLater()
    speak(qapp, "en")


@dataclass(frozen=True)
class Session:
    """A session in a language, and all that one participant sees in it."""

    language: str
    plan: SessionPlan
    shown: list[tuple[SeatView, str]]


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> ParticipantScreen:
    speak(qapp, "en")
    made = ParticipantScreen(animate=False)
    qtbot.addWidget(made)
    made.resize(1024, 768)
    return made


def said(screen: ParticipantScreen, view: SeatView) -> str:
    """All that a screen says for a view, a text a line."""
    screen.show_view(view)
    found = [screen.page.heading if screen.page else ""]
    for widget in screen.findChildren(QWidget):
        if widget.isVisibleTo(screen):
            if isinstance(widget, QLabel | QAbstractButton):
                found.append(widget.text())
            elif isinstance(widget, QTextEdit):
                found.append(widget.toPlainText())
    return "\n".join(found)


def every_view(variant: Variant) -> tuple[SessionPlan, list[SeatView]]:
    """What one participant sees from the first page to the last, in a group that is left alone."""
    walk = walk_of(variant)
    plan = walk.state.plan
    seen = [station_view(walk.state, "s1", 0)]
    seat_everybody(walk)
    seen += screens(walk, "s1")
    return plan, seen


def texts_read(plan: SessionPlan, language: str) -> list[SeatView]:
    """Consent and instructions."""
    rules = SessionRules(plan.settings, plan.script, plan.payment)
    views = preview_views(plan.materials, language, rules, plan.game)
    return [view for view in views if view.page in (Page.CONSENT, Page.INSTRUCTIONS)]


def sentences(text: str) -> Iterable[str]:
    return re.split(r"(?<=[.:?])\s|\n", text)


def test_screens_and_texts_claim_only_what_the_plan_has(session: Session) -> None:
    language, plan = session.language, session.plan
    texts = [words for _, words in session.shown]
    compared, possible = RULES_COMPARED[language]
    for sentence in (each for text in texts for each in sentences(text)):
        if re.search(compared, sentence):
            assert re.search(possible, sentence), f"rules are compared: {sentence}"
    whole = "\n".join(texts).lower()
    payment = plan.payment
    for pattern, holds in (
        (OTHERS_ARE_PEOPLE, False),  # a simulated participant may sit among them
        (PRACTICE, plan.script.practice_rounds > 0),
        (COINS_PAY, payment.coin_value > 0),
        (COMING_PAYS, payment.show_up_fee > 0 and plan.script.instructions),
        (QUESTIONS, plan.script.consent and plan.script.questionnaire),
    ):
        assert bool(re.search(pattern[language], whole)) is holds, pattern[language]


def numbers_in(text: str) -> set[str]:
    without_clock = re.sub(r"\d+:\d\d", "", text)
    return set(re.findall(r"\d+(?:[.,]\d+)?", without_clock))


def written(value: float, language: str) -> str:
    text = f"{value:g}"
    return text.replace(".", ",") if language == "de" else text


def test_every_number_that_is_said_is_the_plans(session: Session) -> None:
    language, plan = session.language, session.plan
    game, tail = plan.game, plan.groups[0].tail_endowment
    checked = set()
    for view, words in session.shown:
        rounds = rounds_of_stage(plan, view.stage) or game.rounds
        factor = game.multiplier_percent / 100
        known = {
            Page.CHECK_IN: {game.seats},
            Page.STAGE_INTRO: {
                rounds, view.stage, 3, view.winner or 1, *game.endowments(tail), 10, factor,
                10 * factor, view.total_hundredths / 100,
            },
            Page.VOTE_RESULT: {
                3, *(view.votes or ()), view.winner or 1, 1, 2, view.total_hundredths / 100,
            },
        }.get(view.page)  # fmt: skip
        if known is None:
            continue
        checked.add(view.page)
        allowed = {written(value, language) for value in known}
        assert numbers_in(words) <= allowed, view.page
        if view.page is Page.STAGE_INTRO and rounds > 1:
            assert str(rounds) in numbers_in(words)
    assert checked == {Page.CHECK_IN, Page.STAGE_INTRO, Page.VOTE_RESULT}


@pytest.mark.parametrize(("name", "call_time"), list(zip(VARIANTS, (False, True) * 2, strict=True)))
def test_what_is_said_about_the_end_of_the_time_comes_true(
    screen: ParticipantScreen, name: str, call_time: bool
) -> None:
    """Before: what will be put in. After: what was, and why."""
    walk = walk_of(VARIANTS[name])
    seat_everybody(walk)
    cause = DefaultCause.CALLED if call_time else DefaultCause.TIME_UP
    promised: int | None = None
    pages = set()
    for view in screens(walk, "s1", call_time=call_time):
        pages.add(view.page)
        words = said(screen, view)
        assert ("0:00" in words) is (view.time_left_ms is not None), view.page
        if view.page is Page.DECIDE:
            promised = view.default_contribution
            assert promised is not None
            assert promised < 2 or str(promised) in words
        elif view.page is Page.OUTCOME:
            assert (view.default, view.contribution) == (cause, promised)
            assert view.history[-1].contributions[0] == promised
            assert str(promised) in words
        elif view.page is Page.VOTE_RESULT:
            assert (view.default, view.votes) == (cause, (0, 0))
        else:
            assert view.default is None
        assert view.page is Page.DECIDE or view.default_contribution is None
    assert {Page.DECIDE, Page.OUTCOME, Page.VOTE, Page.VOTE_RESULT} <= pages


@pytest.mark.parametrize("kind", TimeoutContribution)
def test_a_default_is_told_to_its_own_participant_alone(kind: TimeoutContribution) -> None:
    """Somebody who has chosen sees the same whether the others have chosen or were too late."""
    variant = VARIANTS["one rule twice, every part"]
    variant = replace(variant, settings=replace(variant.settings, timeout_contribution=kind))
    late, quick = walk_of(variant), walk_of(variant)
    for walk in (late, quick):
        seat_everybody(walk)
    for _ in range(40):
        group = late.state.groups[1]
        if group.ended:
            break
        if group.phase is Phase.DECIDE:
            defaults = [default_contribution(late.state, group, seat) for seat in range(4)]
            for walk in (late, quick):
                walk.contribute(1, 0, 1)
            for seat in range(1, 4):
                quick.contribute(1, seat, defaults[seat])
            late.do(ev.TimeCalled(late.now_ms, 1))
        else:
            late.wait(1000)
            quick.wait(1000)
        code = late.state.groups[1].seats[0].participant or ""
        station = late.state.participants[code].station
        first, second = (
            replace(station_view(walk.state, station, 0), time_left_ms=None)
            for walk in (late, quick)
        )
        assert first == second


def test_whoever_has_left_sees_that_and_nothing_of_what_goes_on(screen: ParticipantScreen) -> None:
    """Whatever the group goes on to do, nothing of it comes, and no command has an effect."""
    walk = walk_of(VARIANTS["only coins are paid, to the nearest unit"])
    seat_everybody(walk)
    walk.wait(1000)
    place = walk.state.participants["p1"]
    walk.do(ev.SeatDropped(walk.now_ms, 1, place.seat or 0, "felt ill"))
    for view in screens(walk, "s1"):
        left = SeatView(Page.DROPPED, "p1", players=4, coins_are_paid=True)
        assert replace(view, language="", script=None) == left
        words = said(screen, view)
        assert "Your part has ended" in words
        assert not numbers_in(words)
        group = walk.state.groups[1]
        for command in (
            Decide("n1", group.stage, group.round, 0), Vote("n2", 1), CallHelp("n3", ""),
            Continue("n4", Page.STAGE_INTRO, group.stage, group.round),
        ):  # fmt: skip
            found = answer(walk.state, "s1", command, walk.now_ms, str)
            assert isinstance(found, Rejection)
            assert found.code is RejectionCode.PART_ENDED


def test_a_computer_without_a_place_does_not_promise_a_game(screen: ParticipantScreen) -> None:
    """A spare one, and the one that somebody was moved away from."""
    walk = walk_of(VARIANTS["six players, only coming is paid, no texts"])
    promise = said(screen, station_view(walk.state, "spare", 0))
    seat_everybody(walk)
    walk.do(ev.Reseated(walk.now_ms, "p1", "s9"))
    for station in ("spare", "s1"):
        view = station_view(walk.state, station, 0)
        assert (view.page, view.is_full) == (Page.CHECK_IN, True)
        assert not numbers_in(said(screen, view))
        assert screen.page is not None
        assert not screen.page.footer.button.isEnabled()
    assert "6" in promise
