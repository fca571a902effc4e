"""The findings of the preflight in words: what was found, and what to do about it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hcmd_lab.preflight import Check, Finding, Verdict
from hcmd_lab.sentence import Sentence
from ui.told import told

_OK, _ATTENTION, _STOPS = Verdict.OK, Verdict.ATTENTION, Verdict.STOPS

TITLES: dict[Check, object] = {
    Check.STEP: QT_TRANSLATE_NOOP("Preflight", "Study"),
    Check.UNFINISHED: QT_TRANSLATE_NOOP("Preflight", "Other sessions"),
    Check.PORT: QT_TRANSLATE_NOOP("Preflight", "Port"),
    Check.NETWORK: QT_TRANSLATE_NOOP("Preflight", "Network"),
    Check.DISK: QT_TRANSLATE_NOOP("Preflight", "Disk"),
    Check.CLOCK: QT_TRANSLATE_NOOP("Preflight", "Clock"),
    Check.VERSION: QT_TRANSLATE_NOOP("Preflight", "Program"),
    Check.TRAINING: QT_TRANSLATE_NOOP("Preflight", "Training"),
    Check.POWER: QT_TRANSLATE_NOOP("Preflight", "Power"),
    Check.FIREWALL: QT_TRANSLATE_NOOP("Preflight", "Firewall"),
}
"""What is looked at, in a word."""

SENTENCES: dict[tuple[Check, Verdict], object] = {
    (Check.STEP, _OK): QT_TRANSLATE_NOOP(
        "Preflight", "The study plays such a session now, in iteration {iteration}."
    ),
    (Check.STEP, _STOPS): "{sentence}",
    (Check.UNFINISHED, _OK): QT_TRANSLATE_NOOP("Preflight", "No other session is unfinished."),
    (Check.UNFINISHED, _STOPS): QT_TRANSLATE_NOOP(
        "Preflight", "Session {session} is not finished. Resume it, and end it there if need be."
    ),
    (Check.PORT, _OK): QT_TRANSLATE_NOOP("Preflight", "Port {port} is free."),
    (Check.PORT, _STOPS): QT_TRANSLATE_NOOP(
        "Preflight",
        "Port {port} cannot be used on {address} ({cause}). End the program that uses it, perhaps "
        "another HCMD Lab, or choose another port or address.",
    ),
    (Check.NETWORK, _OK): QT_TRANSLATE_NOOP(
        "Preflight", "Kiosks reach this computer at {addresses}."
    ),
    (Check.NETWORK, _ATTENTION): QT_TRANSLATE_NOOP(
        "Preflight",
        "Only stations on this computer can join. To let others join, connect a network and "
        "listen on all networks.",
    ),
    (Check.DISK, _OK): QT_TRANSLATE_NOOP("Preflight", "{free_gb} GB are free."),
    (Check.DISK, _ATTENTION): QT_TRANSLATE_NOOP(
        "Preflight", "Only {free_mb} MB are free. This session fits; make room soon."
    ),
    (Check.DISK, _STOPS): QT_TRANSLATE_NOOP(
        "Preflight", "Only {free_mb} MB are free. Make room until {needed_mb} MB are free."
    ),
    (Check.CLOCK, _OK): QT_TRANSLATE_NOOP("Preflight", "It is {now} here."),
    (Check.CLOCK, _ATTENTION): QT_TRANSLATE_NOOP(
        "Preflight",
        "This computer says {now}, but the last session was at {last}. Set the clock; times of "
        "day in the data would be wrong. Times within the session are not affected.",
    ),
    (Check.VERSION, _OK): QT_TRANSLATE_NOOP(
        "Preflight", "This is version {now}, as in the session before."
    ),
    (Check.VERSION, _ATTENTION): QT_TRANSLATE_NOOP(
        "Preflight",
        "This is version {now}; the last session was played with version {last}. Note it for your "
        "report, and use the same version on all kiosks.",
    ),
    (Check.TRAINING, _OK): QT_TRANSLATE_NOOP("Preflight", "Nothing is being computed."),
    (Check.TRAINING, _ATTENTION): QT_TRANSLATE_NOOP(
        "Preflight", "{step} is running. It pauses when the session opens and can go on later."
    ),
    (Check.POWER, _OK): QT_TRANSLATE_NOOP("Preflight", "This computer is plugged in."),
    (Check.POWER, _ATTENTION): QT_TRANSLATE_NOOP(
        "Preflight", "This computer runs on its battery. Plug it in."
    ),
    (Check.FIREWALL, _ATTENTION): QT_TRANSLATE_NOOP(
        "Preflight",
        "If Windows asks, allow HCMD Lab on private networks. If no kiosk connects, allow TCP "
        "port {port} in the firewall.",
    ),
}
"""What each check can find."""

_ANY_PORT = QT_TRANSLATE_NOOP("Preflight", "A free port will be taken.")
_LISTENS_ON = QT_TRANSLATE_NOOP("Preflight", "Kiosks reach this computer at {only}.")

_VERDICTS: dict[Verdict, object] = {
    _OK: QT_TRANSLATE_NOOP("Preflight", "Ready"),
    _ATTENTION: QT_TRANSLATE_NOOP("Preflight", "Please note"),
    _STOPS: QT_TRANSLATE_NOOP("Preflight", "Stops the session"),
}


def check_title(check: Check) -> str:
    """What was looked at."""
    return QCoreApplication.translate("Preflight", str(TITLES[check]))


def verdict_words(verdict: Verdict) -> str:
    """What a finding means."""
    return QCoreApplication.translate("Preflight", str(_VERDICTS[verdict]))


def finding_sentence(finding: Finding) -> str:
    """What was found and, if anything is to be done, what."""
    sentence = SENTENCES[finding.check, finding.verdict]
    if "only" in finding.facts and finding.verdict is _OK:
        sentence = _LISTENS_ON
    if finding.check is Check.PORT and finding.verdict is _OK and finding.facts["port"] == "0":
        sentence = _ANY_PORT
    facts = {
        name: told(fact) if isinstance(fact, Sentence) else fact
        for name, fact in finding.facts.items()
    }
    return QCoreApplication.translate("Preflight", str(sentence)).format(**facts)
