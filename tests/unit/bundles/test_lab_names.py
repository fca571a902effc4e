"""A lab has one name, whatever its bundles are called."""

import pytest
from two_labs import Labs, count_first, play_contrast, trained

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import merge, plan_merge
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.recorded import LAB_FACT
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.telling.bundles import brought
from hcmd_lab.telling.votes import labs_in_words
from hcmd_lab.vote_plan import Looks


def test_a_lab_without_a_name_keeps_the_name_of_its_first_bundle(labs: Labs) -> None:
    names = []
    for name in ("first.hcmd", "second.hcmd"):
        play_simulated(labs.here, "acquire", 1)
        make_bundle(labs.here, labs.folder / name)
        merge(labs.there, plan_merge(labs.there, read_bundle(labs.folder / name)))
        names.append(set(labs.there.labs().values()))
    assert names == [{"first.hcmd"}, {"first.hcmd"}], "two bundles do not make two labs"


def test_a_lab_that_gets_a_name_gets_it_for_all_its_sessions(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 1)
    labs.send(labs.there, labs.here)
    labs.there.store.facts.set(LAB_FACT, "Haifa")
    assert brought(labs.send(labs.there, labs.here)) == "1 new name of labs"
    play_simulated(labs.there, "acquire", 1)
    labs.send(labs.there, labs.here)
    assert set(labs.here.labs().values()) == {"Haifa"}
    start_study(read_bundle(labs.bundle(labs.here)), labs.folder / "third")
    with Store.open(labs.folder / "third") as store:
        third = Study(store)
        labs.there.store.facts.set(LAB_FACT, "Haifa, Mount Carmel")
        labs.send(labs.there, third)
        assert not labs.send(labs.here, third), "the name that a lab gives itself stays"
        assert set(third.labs().values()) == {"Haifa, Mount Carmel"}


def test_a_merged_session_is_known_by_the_lab_that_played_it(labs: Labs) -> None:
    play_simulated(labs.there, "acquire", 2)
    labs.there.store.facts.set(LAB_FACT, "Haifa")
    labs.send(labs.there, labs.here)
    assert set(labs.here.labs().values()) == {"Haifa"}
    play_simulated(labs.here, "acquire", 2)
    labs.send(labs.here, labs.there)
    mine = {row.code for row in labs.here.store.tables.sessions()} - set(labs.here.labs())
    # The first lab has no name: it goes by its bundle.
    assert labs.there.labs() == dict.fromkeys(mine, "sent.hcmd")


@pytest.mark.parametrize("looks", Looks)
def test_a_result_of_another_lab_calls_this_lab_this_lab(labs: Labs, looks: Looks) -> None:
    trained(labs, looks)
    play_contrast(labs.there, 3, 1)
    labs.send(labs.there, labs.here)
    counted = count_first(labs.here, 1)
    assert labs_of(counted) == {"": 1, labs.there.lab_name: 3}
    labs.send(labs.here, labs.there)
    come = labs.there.contrasts()[0].result
    assert come is not None
    assert labs_of(come) == {"sent.hcmd": 1, "": 3}
    assert come.labs is not None
    assert "this lab (3 groups)" in labs_in_words(come.labs)
    assert come.p_value == counted.p_value
    assert not labs.send(labs.there, labs.here), "it is the same result, whatever labs are called"
    assert not labs.send(labs.here, labs.there)
    start_study(read_bundle(labs.bundle(labs.there)), labs.folder / "third")
    with Store.open(labs.folder / "third") as store:
        third = Study(store)
        (told,) = third.evaluations()
        assert labs_of(told) == {"sent.hcmd": 1, labs.there.lab_name: 3}
        assert not labs.send(labs.here, third), "the same by another way"


def labs_of(result: EvaluateResult) -> dict[str, int]:
    assert result.labs is not None
    return {each.lab: each.groups for each in result.labs.labs}
