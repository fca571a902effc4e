"""Preflight findings in words, with what to do."""

from hcmd_lab.hosting.preflight import Check, Finding, Verdict
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate

_OK, _ATTENTION, _STOPS = Verdict.OK, Verdict.ATTENTION, Verdict.STOPS

TITLES: dict[Check, Sentence] = {
    Check.STEP: Sentence("Study"),
    Check.GATE: Sentence("Mechanism"),
    Check.UNFINISHED: Sentence("Other sessions"),
    Check.PORT: Sentence("Port"),
    Check.NETWORK: Sentence("Network"),
    Check.DISK: Sentence("Disk"),
    Check.PLACE: Sentence("Folder"),
    Check.CLOCK: Sentence("Clock"),
    Check.VERSION: Sentence("Program"),
    Check.TRAINING: Sentence("Training"),
    Check.IDENTITY: Sentence("Identity"),
    Check.POWER: Sentence("Power"),
    Check.AWAKE: Sentence("Sleep"),
    Check.KIOSKS: Sentence("Kiosks"),
    Check.FIREWALL: Sentence("Firewall"),
}
"""What is looked at, in a word."""

SENTENCES: dict[tuple[Check, Verdict], Sentence] = {
    (Check.STEP, _OK): Sentence(
        "This is the session that the study needs now, in iteration {iteration}."
    ),
    (Check.STEP, _STOPS): Sentence("{sentence}"),
    (Check.GATE, _OK): Sentence("{sentence}"),
    (Check.GATE, _ATTENTION): Sentence("{sentence}"),
    (Check.GATE, _STOPS): Sentence(
        "{sentence} Look closer, and decide whether you go on nevertheless."
    ),
    (Check.UNFINISHED, _OK): Sentence("No other session is unfinished."),
    (Check.UNFINISHED, _STOPS): Sentence(
        "Session {session} is not finished. Resume it, and end it there if need be."
    ),
    (Check.PORT, _OK): Sentence("Port {port} is free."),
    (Check.PORT, _STOPS): Sentence("Port {port} cannot be used on {address} ({cause}); {remedy}."),
    (Check.NETWORK, _OK): Sentence("Kiosks reach this computer at {addresses}."),
    (Check.NETWORK, _ATTENTION): Sentence(
        "Only stations on this computer can join. To let others join, connect a network and "
        "listen on all networks."
    ),
    (Check.DISK, _OK): Sentence("{free_gb} GB are free."),
    (Check.DISK, _ATTENTION): Sentence(
        "Only {free_mb} MB are free. This session fits; free some space soon."
    ),
    (Check.DISK, _STOPS): Sentence(
        "Only {free_mb} MB are free. Free space until there are {needed_mb} MB."
    ),
    (Check.PLACE, _OK): Sentence("Nothing speaks against the folder of the study."),
    (Check.PLACE, _ATTENTION): Sentence("{sentence}"),
    (Check.PLACE, _STOPS): Sentence("{sentence}"),
    (Check.CLOCK, _OK): Sentence("This computer says {now_utc}."),
    (Check.CLOCK, _ATTENTION): Sentence(
        "This computer says {now_utc}, but the last session was at {last_utc}. Set the clock, or "
        "times of day in the data will be wrong. Times within the session are not affected."
    ),
    (Check.VERSION, _OK): Sentence(
        "This is version {now}; if there was a session before, it had the same."
    ),
    (Check.VERSION, _ATTENTION): Sentence(
        "This is version {now}; the last session was played with version {last}. Note it for your "
        "report, and use the same version on all kiosks."
    ),
    (Check.TRAINING, _OK): Sentence("No training is running."),
    (Check.TRAINING, _ATTENTION): Sentence(
        "{step} is running. It is stopped when the session opens, and can be started again later."
    ),
    (Check.IDENTITY, _OK): Sentence("Paired with this computer: {kiosks}."),
    (Check.IDENTITY, _ATTENTION): Sentence(
        "Kiosks trust this computer only until {day}. Then its identity has to be deleted and "
        "every kiosk paired again: choose a day for it before that."
    ),
    (Check.IDENTITY, _STOPS): Sentence("{sentence}"),
    (Check.POWER, _OK): Sentence("This computer is plugged in."),
    (Check.POWER, _ATTENTION): Sentence("This computer is running on battery. Plug it in."),
    (Check.AWAKE, _OK): Sentence("This computer stays awake while the session is open."),
    (Check.AWAKE, _ATTENTION): Sentence(
        "This computer cannot be kept awake by the program. Switch its sleep off for the session."
    ),
    (Check.KIOSKS, _OK): Sentence("{room}"),
    (Check.KIOSKS, _ATTENTION): Sentence("{room} See the page Kiosks."),
    (Check.FIREWALL, _OK): Sentence("The firewall lets kiosks through on port {port}: {kiosks}."),
    (Check.FIREWALL, _ATTENTION): Sentence(
        "If Windows asks, allow HCMD Lab on private networks. If no kiosk connects, allow TCP "
        "port {port} in the firewall."
    ),
}
"""What each check can find."""

_ANY_PORT = Sentence("A free port will be taken.")
_OWN_PORT = Sentence(
    "Port {port} passes from session {session}, which has ended, to this one. Kiosks that are "
    "connected come over without being touched."
)
_PILOT = Sentence("A pilot is possible now. Nothing in it counts for the study.")
_LISTENS_ON = Sentence("Kiosks reach this computer at {only}.")

_VERDICTS: dict[Verdict, Sentence] = {
    _OK: Sentence("Ready"),
    _ATTENTION: Sentence("Please note"),
    _STOPS: Sentence("Prevents the session"),
}


def check_title(check: Check) -> str:
    """Name of a check."""
    return translate(TITLES[check])


def verdict_words(verdict: Verdict) -> str:
    """A finding's severity in words."""
    return translate(_VERDICTS[verdict])


def finding_sentence(finding: Finding) -> str:
    """A finding and, if necessary, what to do about it."""
    sentence = SENTENCES[finding.check, finding.verdict]
    if "only" in finding.facts and finding.verdict is _OK:
        sentence = _LISTENS_ON
    if finding.check is Check.STEP and finding.verdict is _OK and not finding.facts:
        sentence = _PILOT
    if finding.check is Check.PORT and finding.verdict is _OK:
        if finding.facts["port"] == "0":
            sentence = _ANY_PORT
        elif "session" in finding.facts:
            sentence = _OWN_PORT
    facts = {
        name: when(fact) if name.endswith("_utc") and isinstance(fact, str) else fact
        for name, fact in finding.facts.items()
    }
    return translate(sentence, **facts)
