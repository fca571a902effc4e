import dataclasses

from played_groups import played_groups

from hcmd_lab.study.summary import count_decisions


def test_what_was_decided_for_a_participant_is_no_decision() -> None:
    """What a time-out or a stand-in decided, MODEL leaves out, and so does the count."""
    (group,) = played_groups(1, stages=2, rounds=3)
    assert count_decisions([group]) == 2 * 3 * 4
    first, second = group.stages
    gone = ((True, True, True, True), (True, True, False, True), (False, False, False, False))
    left = dataclasses.replace(group, stages=(first, dataclasses.replace(second, own_choice=gone)))
    assert count_decisions([left, group]) == 2 * 3 * 4 + 3 * 4 + 7
