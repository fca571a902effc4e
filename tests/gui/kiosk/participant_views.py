"""Views as a host would send them, for every page of the participant's screen."""

from dataclasses import replace
from typing import Any

from hcmd_lab.game.materials import Item
from hcmd_lab.game.payment import Basis
from hcmd_lab.game.script_view import PaymentView, ScriptView
from hcmd_lab.game.view import Page, RoundView, SeatView

ROUNDS = 10
HEAD = (10, 4, 4, 4)
TAIL = (4, 10, 4, 4)


def paid_rounds(endowments: tuple[int, ...], stage: int, rounds: int) -> tuple[RoundView, ...]:
    """Rounds in which everyone gives a little more each time and the fund is shared equally."""
    made = []
    for number in range(1, rounds + 1):
        given = tuple(min(endowment, number - 1) for endowment in endowments)
        payout = 160 * sum(given) // len(given)
        own = 100 * (endowments[0] - given[0]) + payout
        made.append(RoundView(stage, number, given, (payout,) * len(given), own))
    return tuple(made)


def history(endowments: tuple[int, ...], stage: int, rounds: int) -> tuple[RoundView, ...]:
    """All rounds of the stages before, and some of this stage."""
    before = (paid_rounds(endowments, earlier, ROUNDS) for earlier in range(1, stage))
    return (*(paid for rows in before for paid in rows), *paid_rounds(endowments, stage, rounds))


def view(page: Page, **changes: Any) -> SeatView:
    """A view of a page in the fourth round of stage 1, for the head unless told otherwise."""
    values: dict[str, Any] = {
        "participant": "K7QX",
        "stage": 1,
        "round": 4,
        "rounds": ROUNDS,
        "multiplier_percent": 160,
        "endowments": HEAD,
        "time_left_ms": 60_000,
        "players": len(HEAD),
        "coins_are_paid": True,
    }
    if page is Page.DECIDE:
        values["default_contribution"] = 5
    values.update(changes)
    values.setdefault(
        "history", history(values["endowments"], values["stage"], values["round"] - 1)
    )
    return SeatView(page, **values)


def vote_view(**changes: Any) -> SeatView:
    """A view after the two stages that can be voted for."""
    page = changes.pop("page", Page.VOTE)
    return view(
        page, **{"stage": 2, "round": ROUNDS, "history": history(HEAD, 2, ROUNDS)} | changes
    )


CONSENT = "This study is about decisions.\n\n- You may stop at any time.\n- No names are kept."

ITEMS = (
    Item("fair", "likert", "How fair was the rule?", ("not at all", "very"), 1, 7),
    Item("age", "number", "How old are you?", (), 16, 99),
    Item("study", "choice", "What do you study?", ("Economics", "Something else", "Nothing")),
    Item("words", "text", "What did you think of?", required=False),
)

READ = ("# A round\n\nEverybody decides.", "# The fund\n\nIt grows.")

PAID = PaymentView(Basis.PLAYED, "EUR", 500, 19_825, 0.04, 793, 1300, is_adjusted=False)


def script_view(shown: Page, **script: Any) -> SeatView:
    """A view of a survey page."""
    return SeatView(shown, participant="K7QX", script=ScriptView(**script))


def question_view(**script: Any) -> SeatView:
    """A view of the second of three control questions, which has options."""
    values: dict[str, Any] = {
        "text": "You have **10** coins and put 4 into the fund. How many do you keep?",
        "page": 1, "pages": 3, "question": "keep", "options": ("4", "6", "10"),
    }  # fmt: skip
    return script_view(Page.QUESTIONS, **values | script)


def script_pages() -> dict[str, SeatView]:
    """The fullest view of each survey page."""
    wrong = {"wrong_answer": 1, "why": "What you do not put in you keep.", "must_wait": True}
    return {
        "consent": script_view(Page.CONSENT, text=CONSENT, version="v1"),
        "instructions": script_view(
            Page.INSTRUCTIONS,
            text="# A round\n\n![A rule](picture:round)\n\n- It grows.",
            page=2,
            pages=3,
        ),
        "instructions_waiting": script_view(
            Page.INSTRUCTIONS, text="A page to read.", page=0, pages=3, wait_ms=60_000
        ),
        "gate": SeatView(Page.GATE, participant="K7QX", calls_help=True),
        "questionnaire_short": script_view(Page.QUESTIONNAIRE, items=ITEMS[:1]),
        "question": replace(question_view(), instructions=READ),
        "question_wrong": replace(question_view(**wrong), calls_help=True),
        "question_number": question_view(options=()),
        "practice": view(Page.DECIDE, stage=0, round=2),
        "payment": script_view(Page.PAYMENT, payment=PAID),
        "dropped": SeatView(Page.DROPPED, participant="K7QX"),
        "goodbye": SeatView(Page.GOODBYE, participant="K7QX"),
        "goodbye_free": SeatView(Page.GOODBYE, participant="K7QX", can_check_in=True),
    }


def every_page() -> dict[str, SeatView]:
    """The fullest view of each page."""
    outcome = {"stage": 2, "round": 10, "contribution": 9, "history": history(HEAD, 2, ROUNDS)}
    over = {"stage": 3, "round": ROUNDS, "history": history(HEAD, 3, ROUNDS), "time_left_ms": None}
    intro = {"stage": 3, "round": 0, "winner": 2, "history": history(HEAD, 2, ROUNDS)}
    return {
        "check_in": SeatView(Page.CHECK_IN, players=4, coins_are_paid=True),
        "check_in_label": SeatView(Page.CHECK_IN, label_asked=True, players=4),
        "seating": SeatView(Page.SEATING, participant="K7QX"),
        "stage_intro": view(Page.STAGE_INTRO, **intro),
        "decide": view(Page.DECIDE, stage=2, history=history(HEAD, 2, 3), instructions=READ),
        "wait": view(Page.WAIT, contribution=6),
        "outcome": view(Page.OUTCOME, **outcome),
        "vote": vote_view(),
        "vote_result": vote_view(page=Page.VOTE_RESULT, votes=(2, 2), by_coin=True, winner=2),
        "finished": view(Page.FINISHED, **over),
        "ended_early": view(Page.ENDED_EARLY, **over),
        "void": view(Page.VOID, **over),
        "closed": SeatView(Page.CLOSED),
        **script_pages(),
    }
