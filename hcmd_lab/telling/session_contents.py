"""Contents of a session in words: what people go through, and what is missing."""

from typing import assert_never

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_preview import example_coins, example_payment
from hcmd_lab.game.session_settings import Dropout
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.session_contents import Content, Gap, SessionContents
from hcmd_lab.telling import counts
from hcmd_lab.telling.language import language_name
from hcmd_lab.telling.money import coin_count, money
from hcmd_lab.telling.purposes import purpose_sentence, purpose_words
from hcmd_lab.telling.translate import translate

TITLES: dict[Content, Sentence] = {
    Content.PURPOSE: Sentence("Purpose"),
    Content.GROUPS: Sentence("Groups"),
    Content.CHECK_IN: Sentence("Check-in"),
    Content.CONSENT: Sentence("Consent"),
    Content.INSTRUCTIONS: Sentence("Instructions"),
    Content.QUESTIONS: Sentence("Control questions"),
    Content.PRACTICE: Sentence("Practice"),
    Content.GAME: Sentence("Game"),
    Content.QUESTIONNAIRE: Sentence("Questionnaire"),
    Content.PAYMENT_SCREEN: Sentence("Payment screen"),
    Content.PAYMENT: Sentence("Payment"),
    Content.TIMES: Sentence("Time limits"),
    Content.DROPOUT: Sentence("When a station is lost"),
    Content.BLIND: Sentence("Blind experimenter"),
}
"""What each entry is called."""

GAPS: dict[Gap, Sentence] = {
    Gap.NO_CONSENT: Sentence(
        "Nobody is asked for consent: record it another way, or switch the consent on."
    ),
    Gap.NO_INSTRUCTIONS: Sentence(
        "Nobody reads instructions at the station: give them another way, or switch them on."
    ),
    Gap.NO_QUESTIONS: Sentence(
        "There are no control questions: nothing shows whether the game was understood."
    ),
    Gap.NO_QUESTIONNAIRE: Sentence(
        "There is no questionnaire: people go from the game to the pay."
    ),
    Gap.PAY_UNSEEN: Sentence("Nobody sees their pay at the station: you have to tell everyone."),
    Gap.NO_LIST: Sentence(
        "Check-in asks for a label without a participant list: a mistyped label is accepted like "
        "a right one."
    ),
    Gap.FEW_LABELS: Sentence(
        "The participant list has {n} label(s) for {seats} seats: not every group can be filled."
    ),
    Gap.ENDLESS_WAIT: Sentence(
        "A contribution has no time limit and a lost station no automatic response: a group waits "
        "for a lost station until you act."
    ),
}
"""What is missing, and what to do about it."""


def content_title(content: Content) -> str:
    """What an entry is called."""
    return translate(TITLES[content])


def gap_words(contents: SessionContents, gap: Gap) -> str:
    """Something missing, in a sentence."""
    if gap is Gap.FEW_LABELS:
        return translate(GAPS[gap], n=contents.labels, seats=contents.seats)
    return translate(GAPS[gap])


def content_words(contents: SessionContents, content: Content) -> str:
    """An entry in a sentence."""
    if not contents.includes(content):
        return translate("Off")
    script, settings = contents.rules.script, contents.rules.settings
    sheet = contents.materials.sheet("")
    match content:
        case Content.PURPOSE:
            said = {
                "purpose": purpose_words(contents.purpose),
                "sentence": purpose_sentence(contents.purpose),
            }
            return translate("{purpose}. {sentence}", **said)
        case Content.GROUPS:
            return _groups(contents)
        case Content.CHECK_IN:
            if not script.participant_list and script.ask_label:
                return translate("Anyone, with any label or none")
            if not script.participant_list:
                return translate("Anyone; no label is asked for")
            return translate(
                "Only people on the list: {labels}", labels=counts.labels(contents.labels)
            )
        case Content.CONSENT:
            return _languages(contents)
        case Content.INSTRUCTIONS:
            words = translate("{n} page(s)", n=len(sheet.instructions))
            return f"{words}, {_languages(contents)}{_started(script.gate_instructions)}"
        case Content.QUESTIONS:
            words = translate("{n} question(s)", n=len(sheet.questions))
            attempts = translate("{n} attempt(s) at each", n=script.question_attempts)
            return f"{words}, {attempts}, {_languages(contents)}"
        case Content.PRACTICE:
            return translate("{n} round(s) with equal shares, unpaid", n=script.practice_rounds)
        case Content.GAME:
            return _game(contents)
        case Content.QUESTIONNAIRE:
            words = translate("{n} question(s)", n=len(sheet.questionnaire))
            return f"{words}, {_languages(contents)}{_started(script.gate_questionnaire)}"
        case Content.PAYMENT_SCREEN:
            return translate(
                "Everyone who is not dropped sees at the end what they are paid, and why"
            )
        case Content.PAYMENT:
            return example_words(contents.rules.payment, contents.game)
        case Content.TIMES:
            return translate(
                "Introduction {intro}, contribution {decide}, outcome {outcome}, vote {vote}",
                intro=_limit(settings.intro_s),
                decide=_limit(settings.decide_s),
                outcome=_limit(settings.outcome_s),
                vote=_limit(settings.vote_s),
            )
        case Content.DROPOUT:
            template = settings.dropout.label  # collected with the settings
            if settings.dropout is Dropout.HOLD:
                return translate(Sentence(template))
            return translate(
                "{response} after {n} second(s)", response=Sentence(template), n=settings.dropout_s
            )
        case Content.BLIND:
            return translate("People are named by their station, and no choice is shown")
        case _:
            assert_never(content)


def example_words(settings: PaymentSettings, game: Game) -> str:
    """What a participant with an ordinary number of coins is paid."""
    return translate(
        "For {coins} a participant receives {amount}.",
        coins=coin_count(example_coins(game)),
        amount=money(example_payment(settings, game).total_cents, settings.currency),
    )


def _groups(contents: SessionContents) -> str:
    if is_equal(contents.game):
        return translate(
            "{groups} at {stations}; everyone has {coins} in a round",
            groups=counts.groups(contents.groups),
            stations=counts.stations(contents.seats),
            coins=coin_count(contents.game.head_endowment),
        )
    first, *others = contents.tail_endowments
    if not set(others) - {first}:
        return translate(
            "{groups} at {stations}; each tail has {coins} in a round",
            groups=counts.groups(contents.groups),
            stations=counts.stations(contents.seats),
            coins=coin_count(first),
        )
    return translate(
        "{groups} at {stations}; coins of each tail in a round, group by group: {tails}",
        groups=counts.groups(contents.groups),
        stations=counts.stations(contents.seats),
        tails=", ".join(map(str, contents.tail_endowments)),
    )


def _game(contents: SessionContents) -> str:
    pairs = [tuple(map(spoken_name, pair)) for pair in contents.pairs]
    first, second = pairs[0]
    stages = translate(
        "Three stages of {n} round(s), a vote before the third.", n=contents.game.rounds
    )
    if first == second:
        return f"{stages} {translate('All stages: {mechanism}.', mechanism=first)}"
    if len(pairs) == 1:
        both = translate(
            "{first} and {second}, in an order drawn for each group.", first=first, second=second
        )
        return f"{stages} {both}"
    if any(one != first for one, _ in pairs):
        listed = "; ".join(
            translate("{first} and {second}", first=one, second=other) for one, other in pairs
        )
        drawn = translate(
            "In the first two stages one of these pairs, which, and in which order, is drawn for "
            "each group: {pairs}.",
            pairs=listed,
        )
        return f"{stages} {drawn}"
    others: Sentence = second
    for _, name in pairs[1:]:
        others = Sentence("{one} or {other}", one=others, other=name)
    drawn = translate(
        "In one of the first two {first}, in the other {others}; which, and in which order, is "
        "drawn for each group.",
        first=first,
        others=others,
    )
    return f"{stages} {drawn}"


def _languages(contents: SessionContents) -> str:
    return ", ".join(map(language_name, contents.materials.sheets))


def _started(waits: bool) -> str:
    return f"; {translate('you start it for everyone')}" if waits else ""


def _limit(seconds: int) -> Sentence:
    return Sentence("{n} s", n=seconds) if seconds else Sentence("no limit")
