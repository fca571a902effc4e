"""What another lab has played is not this lab's last session."""

from two_labs import Labs

from hcmd_lab.game.session_rules import parse_rules
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.hosting.preflight import Check, Verdict, examine
from hcmd_lab.study.study import Study

_AHEAD = "2099-05-04T10:00:00+00:00"


def played(lab: Study, fee: float = 0.0, utc: str = "2026-05-04T10:00:00+00:00") -> str:
    rules = parse_rules({"show_up_fee": fee}, lab.default_rules)
    session = SimulatedSession(*lab.plan_session("acquire", 1, rules))
    versions = {"hcmd-lab": f"of {fee}"}
    lab.store.log.append(session.code, session.play(), utc, versions)
    return session.code


def test_the_newest_session_is_one_of_this_lab(labs: Labs) -> None:
    mine = played(labs.here, 3.0)
    theirs = played(labs.there, 7.0)
    labs.send(labs.there, labs.here)
    newest = labs.here.store.sessions.newest_played()
    assert newest is not None
    assert newest.code == mine
    merged = labs.here.store.sessions.newest_logged()
    assert merged is not None
    assert merged.code == theirs
    assert labs.here.last_rules().payment.show_up_fee == 3.0
    found = {each.check: each for each in examine(labs.here, "acquire", address="", port=0)}
    assert found[Check.VERSION].facts["last"] == "of 3.0"


def test_a_lab_that_has_not_played_has_no_last_session(labs: Labs) -> None:
    played(labs.there, 7.0)
    labs.send(labs.there, labs.here)
    assert labs.here.store.sessions.newest_played() is None
    assert labs.here.store.sessions.last_utc() is None
    assert labs.here.last_rules().payment.show_up_fee == 7.0, "labs share a procedure"


def test_the_clock_of_another_lab_does_not_put_this_one_s_in_the_wrong(labs: Labs) -> None:
    played(labs.here)
    before = labs.here.store.sessions.last_utc()
    played(labs.there, utc=_AHEAD)
    labs.send(labs.there, labs.here)
    assert labs.here.store.sessions.last_utc() == before
    found = {each.check: each for each in examine(labs.here, "acquire", address="", port=0)}
    assert found[Check.CLOCK].verdict is Verdict.OK
