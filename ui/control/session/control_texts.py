"""Texts of the session controls: names, explanations, questions, warnings."""

from hcmd_lab.game import events as ev
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule
from hcmd_lab.game.script_steps import BEFORE_GAME, Part
from hcmd_lab.game.state import BEFORE_START, GroupState, SessionState
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.counts import participants
from hcmd_lab.telling.translate import translate
from ui.control.session.experimenter_commands import Act, Offer
from ui.control.session.grid_view import Selection
from ui.control.session.state_words import listed

NAMES: dict[Act, Sentence] = {
    Act.START: Sentence("St&art"),
    Act.PAUSE: Sentence("&Pause…"),
    Act.RESUME: Sentence("&Resume"),
    Act.MESSAGE: Sentence("&Message…"),
    Act.MORE_30_S: Sentence("+3&0 s"),
    Act.MORE_60_S: Sentence("+&1 min"),
    Act.LEAVE_PAGE: Sentence("&Leave page…"),
    Act.STOP_AFTER: Sentence("&Stop after round"),
    Act.NOTE: Sentence("N&ote…"),
    Act.DROP: Sentence("Dro&p participant…"),
    Act.SKIP: Sentence("Move on to the &next part…"),
    Act.END: Sentence("&End group with pay…"),
    Act.VOID: Sentence("Declare group &void…"),
}

TIPS: dict[Act, Sentence] = {
    Act.START: Sentence("Starts the groups that are complete and ready."),
    Act.PAUSE: Sentence("The groups' clocks and pages stop."),
    Act.RESUME: Sentence("Paused groups continue with the time they had left."),
    Act.MESSAGE: Sentence("Shows a text on the screens of participants."),
    Act.MORE_30_S: Sentence("Adds 30 seconds to the time of the groups’ present page."),
    Act.MORE_60_S: Sentence("Adds a minute to the time of the groups’ present page."),
    Act.LEAVE_PAGE: Sentence("Ends this page's time limit: missing choices are made by default."),
    Act.STOP_AFTER: Sentence("The groups end with pay once this round is over."),
    Act.NOTE: Sentence("Writes a line into the session’s log, with the time and the station."),
    Act.DROP: Sentence("The participant leaves for good; a group in play continues."),
    Act.SKIP: Sentence("The participant leaves this part before its end."),
    Act.END: Sentence("The groups end now, with pay."),
    Act.VOID: Sentence("The groups end now; their data are not used."),
}

_QUESTIONS: dict[Act, tuple[Sentence, Sentence, Sentence]] = {
    Act.PAUSE: (
        Sentence("Pause {groups}"),
        Sentence("Participants read this while they wait:"),
        Sentence("Pause"),
    ),
    Act.MESSAGE: (
        Sentence("Message to {people}"),
        Sentence("It stays on their screens until they have confirmed it."),
        Sentence("Send"),
    ),
    Act.NOTE: (
        Sentence("Note for the log"),
        Sentence("It is exported with the log; participants do not see it."),
        Sentence("Note"),
    ),
    Act.DROP: (
        Sentence("Drop {people}"),
        Sentence("Reason, for the log; participants do not see it:"),
        Sentence("Continue"),
    ),
    Act.SKIP: (
        Sentence("Move {people} on to the next part"),
        Sentence("Reason, for the log; participants do not see it:"),
        Sentence("Move on"),
    ),
    Act.END: (
        Sentence("End {groups} with pay"),
        Sentence("Reason, for the log; participants do not see it:"),
        Sentence("Continue"),
    ),
    Act.VOID: (
        Sentence("Declare {groups} void"),
        Sentence("Reason, for the log; participants do not see it:"),
        Sentence("Continue"),
    ),
}

_REASONS: dict[Act, Sentence] = {
    Act.PAUSE: Sentence("Please wait a moment."),
    Act.DROP: Sentence("left the session"),
    Act.SKIP: Sentence("with the experimenter’s help"),
    Act.END: Sentence("ended by the experimenter"),
    Act.VOID: Sentence("something went wrong"),
}

_WARNINGS: dict[Act, tuple[Sentence, Sentence, Sentence]] = {
    Act.DROP: (
        Sentence("Drop the participant(s) at {stations}?"),
        Sentence(
            "Whoever is dropped cannot come back, and reads that their part has ended. A group in "
            "play continues, and the contribution set in the session’s settings is made for the "
            "seat; until that group’s game is over, “Move on to the next part” leads to what "
            "follows it. Pay of whoever is dropped: {pay}"
        ),
        Sentence("Drop"),
    ),
    Act.END: (
        Sentence("End {groups}?"),
        Sentence(
            "This cannot be undone. Participants are told that the game of their group has ended "
            "early."
        ),
        Sentence("End with pay"),
    ),
    Act.VOID: (
        Sentence("Declare {groups} void?"),
        Sentence(
            "This cannot be undone. Nothing that was played is used for training or figures; the "
            "log keeps everything. Pay of whoever is in the group: {pay}"
        ),
        Sentence("Declare void"),
    ),
}

_SEATLESS = Sentence(
    "Whoever has no seat in a group yet goes home and cannot come back: their screen sends them to "
    "the experimenter’s desk, and they are paid the show-up fee alone."
)
"""What becomes of somebody who is dropped before they have a seat."""

_DONE: dict[Act, Sentence] = {
    Act.START: Sentence("Started: {groups}"),
    Act.PAUSE: Sentence("Paused: {groups}"),
    Act.RESUME: Sentence("Resumed: {groups}"),
    Act.MESSAGE: Sentence("Sent to {people}"),
    Act.MORE_30_S: Sentence("30 seconds more: {groups}"),
    Act.MORE_60_S: Sentence("One minute more: {groups}"),
    Act.LEAVE_PAGE: Sentence("Page ended: {groups}"),
    Act.STOP_AFTER: Sentence("Noted for {groups}"),
    Act.NOTE: Sentence("Noted in the log"),
    Act.DROP: Sentence("Dropped: {people}"),
    Act.SKIP: Sentence("Moved on: {people}"),
    Act.END: Sentence("Ended with pay: {groups}"),
    Act.VOID: Sentence("Declared void: {groups}"),
}


_WITHOUT_COINS = Sentence("Coins are not paid in this session.")


def _pay_when_ended(payment: PaymentSettings, has_dropped: bool) -> list[str]:
    """What those are paid whose group ends before its last round."""
    rounds = Sentence("The rounds played so far are paid.")
    told = [translate(rounds if payment.coin_value else _WITHOUT_COINS)]
    if has_dropped:
        rule = translate(payment.pay_dropped.sentence)
        told.append(translate("Pay of whoever was dropped: {pay}", pay=rule))
    return told


def _not_begun(state: SessionState, open_ones: list[GroupState]) -> int:
    """How many have come and have met no first round: still to take a seat, or to start there."""
    seated = {
        seat.participant
        for group in open_ones
        if group.phase in BEFORE_START
        for seat in group.seats
        if not seat.dropped
    }
    return sum(
        each.progress.part in BEFORE_GAME
        or (each.progress.part is Part.GAME and (code in seated or each.group is None))
        for code, each in state.participants.items()
    )


def group_names(groups: list[int]) -> str:
    """Groups in running text: group 3, or groups 1–4."""
    return translate("group(s) {numbers}", n=len(groups), numbers=listed(groups))


def station_names(stations: tuple[str, ...]) -> str:
    """Stations in running text: station 3, or stations 3, 7."""
    return translate("station(s) {names}", n=len(stations), names=", ".join(stations))


class ControlTexts:
    """Texts of the session controls, with the selection filled in."""

    def name(self, act: Act) -> str:
        """Label of an action's button."""
        return translate(NAMES[act])

    def tip(self, act: Act) -> str:
        """Tool tip of an action."""
        return translate(TIPS[act])

    def default_reason(self, act: Act) -> str:
        """A suggested reason."""
        return translate(_REASONS[act])

    def question(self, act: Act, offered: Offer) -> tuple[str, str, str]:
        """Title, sentence and button of the question that asks for a text."""
        title, sentence, button = _QUESTIONS[act]
        return self._filled(title, offered), translate(sentence), translate(button)

    def warning(
        self,
        act: Act,
        offered: Offer,
        chosen: Selection,
        payment: PaymentSettings,
        *,
        has_dropped: bool = False,
    ) -> tuple[str, str, str]:
        """Title, sentence and button of the confirmation.

        Args:
            act: What is to be done.
            offered: The events that it would be.
            chosen: What is chosen in the grid.
            payment: The session's rules.
            has_dropped: Whether somebody was dropped from the groups that are meant.
        """
        title, sentence, button = _WARNINGS[act]
        asked = self._filled(title, offered, chosen.stations)
        if act is Act.END:
            told = " ".join([translate(sentence), *_pay_when_ended(payment, has_dropped)])
            return asked, told, translate(button)
        rule = payment.pay_dropped if act is Act.DROP else payment.pay_void
        told = translate(sentence, pay=translate(rule.sentence))
        if rule is not PayRule.SHOW_UP and not payment.coin_value:
            told += " " + translate(_WITHOUT_COINS)
        if act is Act.DROP:
            seatless = [draft.make is ev.ParticipantLeft for draft in offered.drafts]
            parts = [told] * (not seatless or not all(seatless))
            parts += [translate(_SEATLESS)] * any(seatless)
            told = "\n\n".join(parts)
        return asked, told, translate(button)

    def leave_warning(self, offered: Offer, choices: str) -> tuple[str, str, str]:
        """The confirmation before choices are made for people who have not chosen."""
        return (
            self._filled(Sentence("End this page for {groups}?"), offered),
            translate(
                "Some participants have not chosen yet. These choices will be made for them, "
                "marked as time-outs:"
            )
            + f"\n\n{choices}",
            translate("Choose for them and go on"),
        )

    def end_warning(self, state: SessionState) -> str:
        """What the end of the session ends, and what of it is not kept."""
        open_ones = [each for each in state.groups.values() if not each.ended]
        playing = [each for each in open_ones if each.phase not in BEFORE_START]
        people = state.participants.values()
        if playing:
            sentence = translate("{n} group(s) in play (ends|end) now.", n=len(playing))
        else:
            sentence = translate("No group is playing.")
        sentence += " " + translate("The session cannot be resumed.")
        if playing:
            has_dropped = any(seat.dropped for group in playing for seat in group.seats)
            sentence = " ".join([sentence, *_pay_when_ended(state.plan.payment, has_dropped)])
        if waiting := _not_begun(state, open_ones):
            sentence += " " + translate(
                "{n} participant(s) (has|have) not begun to play and will not.", n=waiting
            )
        if answering := sum(each.progress.part is Part.QUESTIONNAIRE for each in people):
            sentence += " " + translate(
                "{n} participant(s) (has|have) not submitted the questionnaire yet; what is typed "
                "there is not kept.",
                n=answering,
            )
        return sentence

    def release_warning(self, stations: tuple[str, ...]) -> tuple[str, str, str]:
        """The confirmation before the pairing of stations is forgotten."""
        return (
            translate("Release {stations}?", stations=station_names(stations)),
            translate(
                "A released kiosk is disconnected and needs the pairing code again; another "
                "computer can then take its name. Whoever sits there stays in the session."
            ),
            translate("Release"),
        )

    def done(self, act: Act, offered: Offer) -> str:
        """Report of a completed action."""
        return self._filled(_DONE[act], offered)

    def _filled(self, text: Sentence, offered: Offer, stations: tuple[str, ...] = ()) -> str:
        return translate(
            text,
            groups=group_names(offered.groups),
            people=participants(len(offered.drafts)),
            stations=station_names(stations),
            n=len(stations),
        )
