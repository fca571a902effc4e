"""A participant's view of a survey page: everything needed to draw it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, assert_never

from hcmd_lab.game.blind import payment_number
from hcmd_lab.game.bounds import (
    MAX_ITEMS,
    MAX_OPTIONS,
    AnswerNumber,
    Duration,
    Hundredths,
    LongText,
    Name,
    ShortText,
    SmallCount,
    Worth,
)
from hcmd_lab.game.materials import Item
from hcmd_lab.game.payment import Basis, payment
from hcmd_lab.game.payment_list import is_final
from hcmd_lab.game.script import items_for, page_wait_ms, sheet_of
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.state import ParticipantState, SessionState


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A participant's pay and its basis, in whole cents of the currency.

    Attributes:
        basis: Basis of the payment.
        currency: The displayed currency.
        show_up_cents: The show-up fee.
        paid_hundredths: Coins that are paid, in hundredths.
        coin_value: Value of one coin, in the currency.
        coins_cents: Their value.
        total_cents: Amount paid out.
        is_adjusted: Whether the experimenter has set the sum.
        number: In a blind session, what names the person to whoever pays.
        is_final: Whether nothing that is still played can change it.
    """

    basis: Basis
    currency: ShortText
    show_up_cents: Hundredths
    paid_hundredths: Hundredths
    coin_value: Worth
    coins_cents: Hundredths
    total_cents: Hundredths
    is_adjusted: bool
    number: ShortText = ""
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class ScriptView:
    """The part of a view that survey and instruction pages are drawn from.

    Attributes:
        text: Markdown: the consent, a page of the instructions or a control question.
        version: Version of the consent's wording.
        page: Page of the instructions or number of the control question, from 0.
        pages: Number of pages.
        question: Name of the control question.
        options: To choose among; none if a whole number is asked for.
        wrong_answer: The last one to this question, or None.
        solution: The right answer, told to simulated participants alone, who cannot read.
        why: Markdown; a hint after a wrong answer, the explanation once the attempts are used up.
        must_wait: Whether the experimenter has to come before the next answer.
        wait_ms: Until the page of the instructions may be turned.
        items: Items of the questionnaire.
        payment: The payment.
    """

    text: LongText = ""
    version: Name = ""
    page: SmallCount = 0
    pages: SmallCount = 0
    question: Name = ""
    options: Annotated[tuple[LongText, ...], MAX_OPTIONS] = ()
    wrong_answer: AnswerNumber | None = None
    solution: AnswerNumber | None = None
    why: LongText = ""
    must_wait: bool = False
    wait_ms: Duration = 0
    items: Annotated[tuple[Item, ...], MAX_ITEMS] = ()
    payment: PaymentView | None = None


def script_view(
    state: SessionState, code: str, person: ParticipantState, now_ms: int
) -> ScriptView | None:
    """A participant's view of the current part; None in the game and after the last part."""
    sheet, progress = sheet_of(state, person), person.progress
    match progress.part:
        case Part.CONSENT:
            return ScriptView(text=sheet.consent, version=state.plan.materials.consent_version)
        case Part.INSTRUCTIONS:
            pages = sheet.instructions
            return ScriptView(
                text=pages[progress.page],
                page=progress.page,
                pages=len(pages),
                wait_ms=page_wait_ms(state, person, now_ms),
            )
        case Part.QUESTIONS:
            question = sheet.questions[progress.page]
            used_up = progress.attempts >= state.plan.script.question_attempts
            said = question.why if used_up else question.hint or question.why
            return ScriptView(
                text=question.text,
                page=progress.page,
                pages=len(sheet.questions),
                question=question.name,
                options=question.options,
                wrong_answer=progress.last_answer,
                solution=question.answer if person.is_bot else None,
                why="" if progress.last_answer is None else said,
                must_wait=used_up,
            )
        case Part.QUESTIONNAIRE:
            return ScriptView(items=items_for(state, person))
        case Part.PAYMENT:
            return ScriptView(payment=_payment_view(state, code))
        case Part.GAME | Part.DONE | Part.DECLINED | Part.TURNED_AWAY:
            return None
        case _:  # pragma: no cover
            assert_never(progress.part)


def _payment_view(state: SessionState, code: str) -> PaymentView:
    found, rules = payment(state, code), state.plan.payment
    return PaymentView(
        found.basis,
        rules.currency,
        _whole(found.show_up_cents),
        found.paid_hundredths,
        rules.coin_value,
        _whole(found.coins_cents),
        found.total_cents,
        found.adjusted_cents is not None,
        payment_number(state, code) if state.plan.settings.blind else "",
        is_final(state, code),
    )


def _whole(cents: Decimal) -> int:
    return int(cents.to_integral_value(ROUND_HALF_UP))
