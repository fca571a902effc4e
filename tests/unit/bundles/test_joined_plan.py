"""What one lab adds to the plan comes to the other, and nothing that groups played is lost."""

from dataclasses import replace

from two_labs import Labs, play_contrast, trained

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.merging import merge, plan_merge
from hcmd_lab.game.mechanisms import NEWEST
from hcmd_lab.study.adding import add_family_member
from hcmd_lab.study.arena import plan_contrast
from hcmd_lab.study.library import library
from hcmd_lab.study.study import Study
from hcmd_lab.telling.bundles import brought
from hcmd_lab.telling.study_log import entry_in_words
from hcmd_lab.vote_plan import Looks


def test_groups_that_were_added_to_a_comparison_come_with_a_bundle(labs: Labs) -> None:
    trained(labs, Looks.SEQUENTIAL)
    labs.here.add_evaluation_groups(3, contrast=2)
    new = labs.send(labs.here, labs.there)
    assert brought(new) == "3 more planned groups"
    assert [each.target for each in labs.there.contrasts()] == [4, 7]
    assert labs.there.log()[-1].details["bundle"] == "sent.hcmd"
    labs.there.add_evaluation_groups(2, contrast=2)
    assert not labs.send(labs.here, labs.there), "the longer plan stays"
    assert labs.send(labs.there, labs.here).planned_groups == 2


def test_groups_that_were_added_to_the_comparison_of_the_settings_come_too(labs: Labs) -> None:
    trained(labs, Looks.SEQUENTIAL, planned=False)
    before = labs.there.settings.evaluation_groups
    labs.here.add_evaluation_groups(3)
    assert brought(labs.send(labs.here, labs.there)) == "3 more planned groups"
    assert labs.there.settings.evaluation_groups == before + 3
    assert Study(labs.there.store).settings == labs.there.settings
    assert not labs.send(labs.there, labs.here)
    labs.there.add_evaluation_groups(1)
    assert labs.send(labs.there, labs.here).planned_groups == 1
    assert labs.here.status() == labs.there.status()


def test_another_number_of_groups_from_the_beginning_is_another_design(labs: Labs) -> None:
    trained(labs, Looks.SEQUENTIAL, planned=False)
    changed = replace(labs.there.settings, evaluation_groups=99)
    labs.there.settings = changed
    labs.rejected(labs.there, labs.here, "evaluation_groups is 99 there and")


def test_an_added_iteration_comes_with_a_bundle(labs: Labs) -> None:
    trained(labs, planned=False)
    labs.here.add_iteration(5, 7)
    new = labs.send(labs.here, labs.there)
    assert brought(new) == "1 more planned iteration"
    assert labs.there.settings.groups == labs.here.settings.groups == (10, 5)
    assert labs.there.settings.updates == labs.here.settings.updates
    assert labs.there.status() == labs.here.status()
    assert labs.there.added_iterations() == labs.here.added_iterations()
    assert not labs.send(labs.there, labs.here)


def test_no_iteration_is_added_to_one_whose_mechanism_people_have_met(labs: Labs) -> None:
    trained(labs, planned=False)
    play_contrast(labs.there, 1, 1)
    labs.here.add_iteration(5, 7)
    words = "already compared its last mechanism"
    labs.rejected(labs.here, labs.there, f"this study have {words}")
    labs.rejected(labs.there, labs.here, f"groups there have {words}")


def test_groups_that_compared_the_mechanisms_of_the_settings_keep_their_contrast(
    labs: Labs,
) -> None:
    trained(labs, planned=False)
    play_contrast(labs.there, 3, 1)
    plan_contrast(labs.here, NEWEST, "libertarian", 4)
    here, there = read_bundle(labs.bundle(labs.here)), read_bundle(labs.bundle(labs.there))
    merge(labs.there, plan_merge(labs.there, here))
    merge(labs.here, plan_merge(labs.here, there))
    for lab in (labs.here, labs.there):
        assert [each.played for each in lab.contrasts()] == [3, 0]
        assert [each.other for each in lab.contrasts()] == [lab.settings.baseline, "libertarian"]
    assert "takes the place" not in " ".join(map(entry_in_words, labs.there.log()))
    assert not labs.send(labs.here, labs.there)


def test_contrasts_of_two_labs_are_joined_whatever_their_order(labs: Labs) -> None:
    trained(labs, planned=False)
    plan_contrast(labs.here, NEWEST, "libertarian", 4)
    plan_contrast(labs.there, "theta_1", "strict_egalitarian", 5)
    new = labs.send(labs.here, labs.there)
    assert (new.contrasts, brought(new)) == (1, "1 planned contrast")
    assert labs.send(labs.there, labs.here).contrasts == 1
    assert labs.here.planned_contrasts() == labs.there.planned_contrasts()
    assert [each.target for each in labs.here.contrasts()] == [4, 5]


def test_other_contrasts_are_not_merged(labs: Labs) -> None:
    plan_contrast(labs.here, "libertarian", "liberal_egalitarian", 6)
    plan_contrast(labs.there, "libertarian", "liberal_egalitarian", 7)
    labs.rejected(labs.here, labs.there, "planned for 6 groups .* for 7 here; plan the same number")


def test_library_and_contrasts_come_with_a_bundle(labs: Labs) -> None:
    add_family_member(labs.here, 0.3, 0.8, "third way")
    plan_contrast(labs.here, "third way", "libertarian", 6)
    planned = labs.send(labs.here, labs.there)
    assert planned
    assert labs.there.planned_contrasts() == labs.here.planned_contrasts()
    (came,) = labs.there.log()
    assert entry_in_words(came).endswith(
        "the contrast of third way with libertarian, for 6 groups, came with the bundle sent.hcmd. "
        "It takes the place of the comparison of the newest mechanism with liberal egalitarian, "
        "which the settings plan."
    )
    (entry,) = [each for each in library(labs.there) if each.name == "third way"]
    (original,) = [each for each in library(labs.here) if each.name == "third way"]
    assert entry == original, "with who added it, and when"
    assert not labs.send(labs.here, labs.there)
    plan_contrast(labs.there, "third way", "liberal_egalitarian", 6)
    assert not labs.send(labs.here, labs.there), "the longer plan stays"
    labs.send(labs.there, labs.here)
    assert labs.here.planned_contrasts() == labs.there.planned_contrasts()
