"""How a session is run: its times, its pace, and what happens when somebody is missing."""

from dataclasses import dataclass

from hcmd_lab.game.settings import Choice, Unless, setting

NO_LIMIT = "no limit"


class TimeoutContribution(Choice):
    """The contribution made for a seat whose time is up."""

    PREVIOUS = (
        "previous",
        "As in the round before",
        "The seat repeats its contribution of the round before; in the first round of a stage it "
        "contributes half of its coins, rounded down.",
    )
    NOTHING = "nothing", "Nothing", "The seat keeps all of its coins."
    HALF = "half", "Half", "The seat contributes half of its coins, rounded down."
    ALL = "all", "Everything", "The seat contributes all of its coins."


class Synchronize(Choice):
    """The points at which a session's groups wait for one another."""

    NO = "no", "Each at its own pace", "No group waits for another one."
    STAGES = (
        "stages",
        "Stage by stage",
        "Groups wait for one another before the next stage and before the vote.",
    )
    ROUNDS = (
        "rounds",
        "Round by round",
        "Groups wait for one another before every further round, the next stage and the vote.",
    )


class Dropout(Choice):
    """The automatic response to a station that stays disconnected."""

    HOLD = (
        "hold",
        "Play on with defaults",
        "The group plays on after its clock has waited for the station: when the time is up, the "
        "default contribution is made for the lost station and its vote is not counted. Without a "
        "time limit the group waits. The experimenter can pause the group, move the participant or "
        "end the group.",
    )
    PAUSE = (
        "pause",
        "Pause the group",
        "The group is paused, and resumes automatically when all of its stations are back.",
    )
    STAND_IN = (
        "stand_in",
        "Play on with a stand-in",
        "The participant is dropped for good, and the default contribution is made for the seat "
        "until the end.",
    )
    FINISH_SHORT = (
        "finish_short",
        "End the group with pay",
        "The group ends for good; its participants are paid for the rounds played so far.",
    )
    VOID = (
        "void",
        "Declare the group void",
        "The group ends for good, and its data are marked as unusable.",
    )


class TookPartBefore(Choice):
    """The response to somebody who checks in and took part in another session of the study."""

    ALLOW = "allow", "Let them in", "They play; the log and the export tell."
    WARN = (
        "warn",
        "Let them in and warn",
        "They play unless the experimenter drops them; the session's page, the log and the export "
        "tell.",
    )
    REFUSE = "refuse", "Refuse them", "They cannot check in; the log tells."


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """Settings of a session's procedure. A time limit of 0 means no limit."""

    intro_s: int = setting(
        120, "Time limit for the stage introduction.",
        title="Stage introduction", unit="s", minimum=0, maximum=3600, zero=NO_LIMIT,
    )  # fmt: skip
    decide_s: int = setting(
        60, "Time limit for a contribution; after it the default contribution is made.",
        title="Contribution", unit="s", minimum=0, maximum=3600, zero=NO_LIMIT,
    )  # fmt: skip
    outcome_s: int = setting(
        30, "Time limit for the outcome of a round, and for the result of the vote.",
        title="Outcome of a round", unit="s", minimum=0, maximum=3600, zero=NO_LIMIT,
    )  # fmt: skip
    vote_s: int = setting(
        120, "Time limit for the vote; late votes are not counted.",
        title="Vote", unit="s", minimum=0, maximum=3600, zero=NO_LIMIT,
    )  # fmt: skip
    timeout_contribution: TimeoutContribution = setting(
        TimeoutContribution.PREVIOUS,
        "The contribution made for a seat whose time is up or whose participant was dropped.",
        title="Default contribution",
    )
    auto_start: bool = setting(
        True,
        "Whether a group starts as soon as all of its seats are taken, and synchronised groups as "
        "soon as the seats of all are; otherwise the experimenter starts it.",
        title="Automatic start",
    )
    synchronize: Synchronize = setting(
        Synchronize.NO,
        "Whether a group that is ahead waits for the others. It waits for a paused group, but not "
        "for one that has ended.",
        title="Synchronise groups",
        formerly=("in_step",),
    )
    lost_wait_s: int = setting(
        120,
        "How long the clock of a page is stopped while the group waits for people at disconnected "
        "stations; after that, time runs on without them. It is one total for a page and its "
        "group: what one person's station has used up is not there for another's.",
        title="Clock waits for lost stations", unit="s", minimum=0, maximum=3600,
        zero="not at all", before=0,
    )  # fmt: skip
    dropout: Dropout = setting(
        Dropout.HOLD,
        "Automatic response to a station of a complete group that stays disconnected.",
        title="When a station is lost",
    )
    dropout_s: int = setting(
        60, "How long a station may stay disconnected before the automatic response.",
        title="Disconnected for longer than", unit="s", minimum=5, maximum=3600,
        only_if=Unless("dropout", Dropout.HOLD),
    )  # fmt: skip
    took_part_before: TookPartBefore = setting(
        TookPartBefore.WARN,
        "What happens when somebody checks in whose label took part in another session of the "
        "study: in a group that started. Nobody without a label is recognised.",
        title="Who took part before",
        before=TookPartBefore.WARN,
    )
    blind: bool = setting(
        False,
        "Whether the experimenter is kept from seeing who chooses what: after check-in the "
        "session's pages and receipts name people by station, the mirror says which page is open "
        "but not what is on it, the log tells no single choice and the live plots draw none. The "
        "payment number on a participant's last page is the one in the payments. Still seen: who "
        "sits where in the room, who is turned away, amounts of money, how a group's vote ended, "
        "what people write, the labels on the participant list of those who have not come, the "
        "list of people whose data can be deleted, and the study's figures of ended groups. The "
        "study's files and the export hold labels, codes and choices as ever; the command payments "
        "shows codes, and attendance labels.",
        title="Blind experimenter",
        before=False,
    )
