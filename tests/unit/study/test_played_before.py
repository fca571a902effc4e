"""A plan that was frozen late is said to be, also where another lab had played before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from two_labs import Labs, play_contrast, trained, two_labs

from hcmd_lab.study.audit import audit
from hcmd_lab.study.deviations import DeviationKind
from hcmd_lab.study.played_before import Moment, compared_before
from hcmd_lab.study.registration import preregister
from hcmd_lab.telling.audit import audit_in_words
from hcmd_lab.timestamps import utc_now


@pytest.fixture
def labs(tmp_path: Path) -> Iterator[Labs]:
    with two_labs(tmp_path) as opened:
        trained(opened)
        yield opened


def test_groups_that_another_lab_had_let_play_make_a_plan_late(labs: Labs) -> None:
    play_contrast(labs.there, 2, 1, utc_now())
    preregister(labs.here)
    assert audit(labs.here).deviations == ()
    labs.send(labs.there, labs.here)
    (late,) = audit(labs.here).deviations
    assert (late.kind, late.found) == (DeviationKind.LATE, 2)
    assert "The plan was frozen after 2 groups of the comparison had played." in audit_in_words(
        audit(labs.here)
    )


def test_groups_that_played_afterwards_make_no_plan_late(labs: Labs) -> None:
    preregister(labs.here)
    play_contrast(labs.there, 2, 1, "2099-01-01T00:00:00+00:00")
    labs.send(labs.there, labs.here)
    assert audit(labs.here).deviations == ()


def test_groups_that_were_there_are_counted_once(labs: Labs) -> None:
    play_contrast(labs.there, 2, 1, utc_now())
    labs.send(labs.there, labs.here)
    play_contrast(labs.here, 1, 2, utc_now())
    preregister(labs.here)
    (late,) = audit(labs.here).deviations
    assert late.found == 3


def test_a_group_has_played_when_its_last_round_is_over(labs: Labs) -> None:
    session = play_contrast(labs.here, 2, 1, utc_now())
    times = [each.utc for each in labs.here.store.log.logged_events(session)]
    assert compared_before(labs.here, Moment(times[-1])) == 2
    assert compared_before(labs.here, Moment("2000")) == 0


def test_an_audit_names_the_labs_whose_own_notes_it_does_not_know(labs: Labs) -> None:
    assert not any("other labs" in line for line in audit_in_words(audit(labs.here)))
    play_contrast(labs.there, 1, 1, utc_now())
    labs.send(labs.there, labs.here)
    (name,) = set(labs.here.labs().values())
    (told,) = [line for line in audit_in_words(audit(labs.here)) if "other labs" in line]
    assert f"merged: {name}. " in told
