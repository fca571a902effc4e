"""What the controls of a session say: names, explanations, questions and warnings."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.control.session.commands import Act, Offer
from ui.control.session.grid_view import Selection
from ui.control.session.words import listed

NAMES: dict[Act, object] = {
    Act.GO: QT_TRANSLATE_NOOP("Controls", "&Go"),
    Act.PAUSE: QT_TRANSLATE_NOOP("Controls", "&Pause…"),
    Act.RESUME: QT_TRANSLATE_NOOP("Controls", "&Resume"),
    Act.MESSAGE: QT_TRANSLATE_NOOP("Controls", "&Message…"),
    Act.LEAVE_PAGE: QT_TRANSLATE_NOOP("Controls", "&Leave page"),
    Act.STOP_AFTER: QT_TRANSLATE_NOOP("Controls", "&Stop after round"),
    Act.DROP: QT_TRANSLATE_NOOP("Controls", "&Drop participant…"),
    Act.SKIP: QT_TRANSLATE_NOOP("Controls", "Lead on to the &next part…"),
    Act.END: QT_TRANSLATE_NOOP("Controls", "&End group with pay…"),
    Act.VOID: QT_TRANSLATE_NOOP("Controls", "Declare group &void…"),
}

TIPS: dict[Act, object] = {
    Act.GO: QT_TRANSLATE_NOOP("Controls", "Starts the groups that are complete and ready."),
    Act.PAUSE: QT_TRANSLATE_NOOP("Controls", "Clocks and pages of the groups stand still."),
    Act.RESUME: QT_TRANSLATE_NOOP("Controls", "Paused groups go on with the time they had left."),
    Act.MESSAGE: QT_TRANSLATE_NOOP("Controls", "Shows a text on the screens of participants."),
    Act.LEAVE_PAGE: QT_TRANSLATE_NOOP(
        "Controls", "Ends the time of this page: missing choices are made by default."
    ),
    Act.STOP_AFTER: QT_TRANSLATE_NOOP(
        "Controls", "The groups end with pay once this round is over."
    ),
    Act.DROP: QT_TRANSLATE_NOOP(
        "Controls", "The person leaves for good; a group that plays goes on."
    ),
    Act.SKIP: QT_TRANSLATE_NOOP(
        "Controls", "The person leaves this part beside the game before its end."
    ),
    Act.END: QT_TRANSLATE_NOOP("Controls", "The groups end now; their rounds so far are paid."),
    Act.VOID: QT_TRANSLATE_NOOP("Controls", "The groups end now; their data are not used."),
}

_QUESTIONS: dict[Act, tuple[object, object, object]] = {
    Act.PAUSE: (
        QT_TRANSLATE_NOOP("Controls", "Pause {groups}"),
        QT_TRANSLATE_NOOP("Controls", "Participants read this while they wait:"),
        QT_TRANSLATE_NOOP("Controls", "Pause"),
    ),
    Act.MESSAGE: (
        QT_TRANSLATE_NOOP("Controls", "Message to {people}"),
        QT_TRANSLATE_NOOP("Controls", "It stays on their screens until they have confirmed it."),
        QT_TRANSLATE_NOOP("Controls", "Send"),
    ),
    Act.DROP: (
        QT_TRANSLATE_NOOP("Controls", "Drop {people}"),
        QT_TRANSLATE_NOOP("Controls", "Why? The reason stands in the log; nobody else sees it."),
        QT_TRANSLATE_NOOP("Controls", "Go on"),
    ),
    Act.SKIP: (
        QT_TRANSLATE_NOOP("Controls", "Lead {people} on to the next part"),
        QT_TRANSLATE_NOOP("Controls", "Why? The reason stands in the log; nobody else sees it."),
        QT_TRANSLATE_NOOP("Controls", "Lead on"),
    ),
    Act.END: (
        QT_TRANSLATE_NOOP("Controls", "End {groups} with pay"),
        QT_TRANSLATE_NOOP("Controls", "Why? The reason stands in the log; nobody else sees it."),
        QT_TRANSLATE_NOOP("Controls", "Go on"),
    ),
    Act.VOID: (
        QT_TRANSLATE_NOOP("Controls", "Declare {groups} void"),
        QT_TRANSLATE_NOOP("Controls", "Why? The reason stands in the log; nobody else sees it."),
        QT_TRANSLATE_NOOP("Controls", "Go on"),
    ),
}

_REASONS: dict[Act, object] = {
    Act.PAUSE: QT_TRANSLATE_NOOP("Controls", "Please wait a moment."),
    Act.DROP: QT_TRANSLATE_NOOP("Controls", "left the session"),
    Act.SKIP: QT_TRANSLATE_NOOP("Controls", "with the experimenter’s help"),
    Act.END: QT_TRANSLATE_NOOP("Controls", "ended by the experimenter"),
    Act.VOID: QT_TRANSLATE_NOOP("Controls", "something went wrong"),
}

_WARNINGS: dict[Act, tuple[object, object, object]] = {
    Act.DROP: (
        QT_TRANSLATE_NOOP("Controls", "Drop the participant at {stations}?"),
        QT_TRANSLATE_NOOP(
            "Controls",
            "The person cannot come back. A group that plays goes on, and the contribution that "
            "the session’s rules name is made for the seat.",
        ),
        QT_TRANSLATE_NOOP("Controls", "Drop"),
    ),
    Act.END: (
        QT_TRANSLATE_NOOP("Controls", "End {groups}?"),
        QT_TRANSLATE_NOOP(
            "Controls",
            "This cannot be undone. Participants are told that the session ends early and are "
            "paid for the rounds played so far.",
        ),
        QT_TRANSLATE_NOOP("Controls", "End with pay"),
    ),
    Act.VOID: (
        QT_TRANSLATE_NOOP("Controls", "Declare {groups} void?"),
        QT_TRANSLATE_NOOP(
            "Controls",
            "This cannot be undone. Nothing that was played is used for training or figures; the "
            "log keeps everything.",
        ),
        QT_TRANSLATE_NOOP("Controls", "Declare void"),
    ),
}

_DONE: dict[Act, object] = {
    Act.GO: QT_TRANSLATE_NOOP("Controls", "Started: {groups}"),
    Act.PAUSE: QT_TRANSLATE_NOOP("Controls", "Paused: {groups}"),
    Act.RESUME: QT_TRANSLATE_NOOP("Controls", "Resumed: {groups}"),
    Act.MESSAGE: QT_TRANSLATE_NOOP("Controls", "Sent to {people}"),
    Act.LEAVE_PAGE: QT_TRANSLATE_NOOP("Controls", "Page ended: {groups}"),
    Act.STOP_AFTER: QT_TRANSLATE_NOOP("Controls", "Noted for {groups}"),
    Act.DROP: QT_TRANSLATE_NOOP("Controls", "Dropped: {people}"),
    Act.SKIP: QT_TRANSLATE_NOOP("Controls", "Led on: {people}"),
    Act.END: QT_TRANSLATE_NOOP("Controls", "Ended with pay: {groups}"),
    Act.VOID: QT_TRANSLATE_NOOP("Controls", "Declared void: {groups}"),
}


def group_names(groups: list[int]) -> str:
    """Groups in running text: group 3, or groups 1–4."""
    if len(groups) == 1:
        return QCoreApplication.translate("Controls", "group {number}").format(number=groups[0])
    return QCoreApplication.translate("Controls", "groups {numbers}").format(numbers=listed(groups))


def station_names(stations: tuple[str, ...]) -> str:
    """Stations in running text: station 3, or stations 3, 7."""
    if len(stations) == 1:
        return QCoreApplication.translate("Controls", "station {name}").format(name=stations[0])
    return QCoreApplication.translate("Controls", "stations {names}").format(
        names=", ".join(stations)
    )


class ControlTexts:
    """Fills the texts with what is chosen."""

    def name(self, act: Act) -> str:
        """On its button."""
        return _tr(NAMES[act])

    def tip(self, act: Act) -> str:
        """What it does."""
        return _tr(TIPS[act])

    def default_reason(self, act: Act) -> str:
        """A reason to begin with."""
        return _tr(_REASONS[act])

    def question(self, act: Act, offered: Offer) -> tuple[str, str, str]:
        """Title, sentence and button of the question for a text."""
        title, sentence, button = _QUESTIONS[act]
        return self._filled(title, offered), _tr(sentence), _tr(button)

    def warning(self, act: Act, offered: Offer, chosen: Selection) -> tuple[str, str, str]:
        """Title, sentence and button of the question before it is done."""
        title, sentence, button = _WARNINGS[act]
        stations = station_names(chosen.stations)
        return self._filled(title, offered, stations), _tr(sentence), _tr(button)

    def release_warning(self, stations: tuple[str, ...]) -> tuple[str, str, str]:
        """The same before the pairing of stations is forgotten."""
        translate = QCoreApplication.translate
        return (
            translate("Controls", "Release {stations}?").format(stations=station_names(stations)),
            translate(
                "Controls",
                "The kiosk is disconnected and needs the pairing code again; another computer can "
                "then take its name. Whoever sits there stays in the session.",
            ),
            translate("Controls", "Release"),
        )

    def done(self, act: Act, offered: Offer) -> str:
        """What was done."""
        return self._filled(_DONE[act], offered)

    def _filled(self, text: object, offered: Offer, stations: str = "") -> str:
        people = QCoreApplication.translate(
            "Controls", "%n participant(s)", "", len(offered.wishes)
        )
        return _tr(text).format(
            groups=group_names(offered.groups), people=people, stations=stations
        )


def _tr(text: object) -> str:
    return QCoreApplication.translate("Controls", str(text))
