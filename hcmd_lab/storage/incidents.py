"""Incidents: logged events an experimenter looks up afterwards."""

from typing import TypeAlias, assert_never

from hcmd_lab.game import events as ev

Cell: TypeAlias = str | int | None
"""A value of a derived table."""

Incident: TypeAlias = (
    ev.HostResumed
    | ev.HostStalled
    | ev.StationBack
    | ev.StationLost
    | ev.Reseated
    | ev.GroupAdded
    | ev.Moved
    | ev.Released
    | ev.Paused
    | ev.Resumed
    | ev.ClockStopped
    | ev.ClockResumed
    | ev.SeatDropped
    | ev.GroupEnded
    | ev.TimeCalled
    | ev.TimeAdded
    | ev.NoteTaken
    | ev.StopAfterRound
    | ev.MessageSent
    | ev.MessageRead
    | ev.ExitTried
    | ev.KioskOrdered
    | ev.KioskAnswered
    | ev.KioskInterrupted
    | ev.HostInterrupted
    | ev.AlarmRaised
    | ev.CheckedIn
    | ev.CheckInRefused
    | ev.TurnedAway
    | ev.HelpCalled
    | ev.HelpGiven
    | ev.GateOpened
    | ev.PartSkipped
    | ev.ParticipantLeft
    | ev.PaymentAdjusted
    | ev.PaidOut
)


def incident(event: Incident) -> dict[str, Cell]:
    """The columns of an event's row in the table `incident`, except those common to all rows."""
    match event:
        case ev.HostResumed():
            return {"kind": "host_resumed"}
        case ev.HostStalled():
            why = ", nothing could be saved" if event.unsaved else ""
            return {"kind": "host_stalled", "reason": f"{event.stalled_ms} ms{why}"}
        case ev.StationBack():
            return {"kind": "station_back", "station": event.station}
        case ev.StationLost():
            return {"kind": "station_lost", "station": event.station}
        case ev.Reseated():
            return {
                "kind": "reseated",
                "station": event.station,
                "participant": event.participant,
            }
        case ev.GroupAdded():
            return {"kind": "group_added", "group_number": event.group}
        case ev.Moved():
            where = {"group_number": event.group, "seat": event.seat}
            return _about(event.participant, "moved") | where
        case ev.Released():
            return _about(event.participant, "released", event.reason)
        case ev.Paused():
            return {"kind": "paused", "group_number": event.group, "reason": event.reason}
        case ev.Resumed():
            return {"kind": "resumed", "group_number": event.group}
        case ev.ClockStopped():
            return {"kind": "clock_stopped", "group_number": event.group}
        case ev.ClockResumed():
            return {"kind": "clock_resumed", "group_number": event.group}
        case ev.SeatDropped():
            return {
                "kind": "dropped",
                "group_number": event.group,
                "seat": event.seat,
                "reason": event.reason,
            }
        case ev.GroupEnded():
            return {"kind": event.ending, "group_number": event.group, "reason": event.reason}
        case ev.TimeCalled():
            return {"kind": "time_called", "group_number": event.group}
        case ev.TimeAdded():
            kind = f"time_added_{event.added_ms // 1000}_s"
            return {"kind": kind, "group_number": event.group}
        case ev.NoteTaken():
            return {"kind": "note", "station": event.station or None, "reason": event.note}
        case ev.StopAfterRound():
            kind = "stop_after_round" if event.wanted else "stop_withdrawn"
            return {"kind": kind, "group_number": event.group}
        case ev.MessageSent():
            return {
                "kind": "message_sent",
                "participant": event.participant,
                "reason": event.text,
            }
        case ev.MessageRead():
            return {"kind": "message_read", "participant": event.participant}
        case ev.ExitTried():
            kind = "exit_granted" if event.succeeded else "exit_refused"
            return {"kind": kind, "station": event.station}
        case ev.KioskOrdered():
            kind = f"kiosk_{event.order}"
            return {"kind": kind, "station": event.station, "reason": event.text or None}
        case ev.KioskAnswered():
            kind = f"kiosk_{event.order}_{event.outcome}"
            return {"kind": kind, "station": event.station, "reason": event.detail or None}
        case ev.KioskInterrupted():
            reason = f"{event.lasted_ms} ms" if event.lasted_ms else None
            return {"kind": f"computer_{event.what}", "station": event.station, "reason": reason}
        case ev.HostInterrupted():
            return {"kind": f"lab_computer_{event.what}"}
        case ev.AlarmRaised():
            kind = f"alarm_{event.kind}"
            address = event.address or None
            return {"kind": kind, "station": event.station or None, "reason": address}
        case ev.CheckedIn():
            # An incident only of somebody who took part before.
            return _about(event.participant, "took_part_before") | {"station": event.station}
        case ev.CheckInRefused():
            return {"kind": "check_in_refused", "station": event.station, "reason": event.why}
        case ev.TurnedAway():
            return _about(event.participant, "turned_away", event.reason)
        case ev.HelpCalled():
            return _about(event.participant, "help_called", event.text or None)
        case ev.HelpGiven():
            return _about(event.participant, "question_passed" if event.passed else "help_given")
        case ev.GateOpened():
            return {"kind": "gate_opened", "reason": event.part}
        case ev.PartSkipped():
            return _about(event.participant, f"{event.part}_skipped", event.reason)
        case ev.ParticipantLeft():
            return _about(event.participant, "left", event.reason)
        case ev.PaymentAdjusted():
            return _about(event.participant, "payment_adjusted", event.reason)
        case ev.PaidOut():
            return _about(event.participant, "paid_out" if event.paid_utc else "not_paid_out")
        case _:  # pragma: no cover
            assert_never(event)


def _about(participant: str, kind: str, reason: str | None = None) -> dict[str, Cell]:
    return {"kind": kind, "participant": participant, "reason": reason}
