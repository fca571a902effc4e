"""The game is said in one place: a study of another game goes through the whole loop."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from hcmd_lab.figures.receipts import Occasion, save_receipts
from hcmd_lab.figures.report.writing import write_study_report
from hcmd_lab.game.payment_list import payment_rows
from hcmd_lab.hosting.preflight import Verdict, examine
from hcmd_lab.insight.explanation import explain
from hcmd_lab.jobs.foreseen import ForeseeResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.foreseeing import gate, keep, look_ahead, prepare
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.settings import game_of
from hcmd_lab.study.simulated import play_missing_groups, run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.gate import finding_sentence

TINY: dict[str, object] = {
    "participants": "simulated", "groups": (6,), "updates": (10,), "least_iterations": 1,
    "games": 60, "repetitions": 10, "max_epochs": 3, "splits": 1, "vote_penalties": (1.0,),
    "linear_sizes": (8,), "lstm_sizes": (4,), "evaluation_groups": 6,
}  # fmt: skip
GAMES: dict[str, dict[str, object]] = {
    "a sixth condition": {"tail_endowments": (2, 4, 5, 6, 8, 10)},
    "other numbers": {
        "rounds": 4, "head_endowment": 8, "tail_endowments": (3, 12), "growth": 2.0,
    },
    "three seats": {"tails": 2, "rounds": 8, "tail_endowments": (4, 10), "growth": 2.0},
    "five seats": {
        "tails": 4, "rounds": 6, "head_endowment": 12, "tail_endowments": (5, 12), "growth": 3.0,
        "acquire": "informative", "minimum_share": 0.05,
    },
    "six seats": {"tails": 5, "rounds": 3, "head_endowment": 9, "tail_endowments": (3,)},
    "everyone alike": {"rounds": 3, "head_endowment": 6, "tail_endowments": (6,)},
}  # fmt: skip


FORESEEN = ("three seats", "six seats", "everyone alike")
"""Games that are looked at through the gate too, which takes a process for each."""


@pytest.mark.parametrize("name", GAMES)
def test_a_study_of_another_game_goes_through_the_whole_loop(name: str, tmp_path: Path) -> None:
    made = make_settings("quick", TINY | GAMES[name])
    game = game_of(made)
    folder = tmp_path / "study"
    with Store.create(folder, {"settings": msgspec.to_builtins(made)}) as store:
        study = Study(store, run_here)
        while (now := study.status()).step is not Step.DONE:
            if now.groups_missing:
                play_missing_groups(study)
            else:
                list(study.perform(now.step))
        played = {
            stage.endowments[0] for group in study.played(("acquire",)) for stage in group.stages
        }
        assert played <= {game.endowments(tail) for tail in game.tail_endowments}
        assert len(played) == len(game.tail_endowments)
        newest = store.learned.mechanism(study.mechanisms.trained_tables()[-1])
        found = explain(newest, study.played(("acquire", "evaluate")), made.baseline)
        assert len(found.conditions) == len(game.tail_endowments)
        assert write_study_report(study).exists()
        people_are_paid_for_this_game(study, tmp_path)
        if name in FORESEEN:
            the_gate_is_of_this_game(study)


def people_are_paid_for_this_game(study: Study, folder: Path) -> None:
    """Payments and receipts are those of the study's own game."""
    game = study.game
    for session in study.store.tables.sessions():
        code, state = study.session_state(session.code)
        assert state.plan.game == game
        rows = payment_rows(state)
        assert len(rows) == len(state.groups) * game.seats
        for row in rows:
            assert row.group is not None
            assert row.seat is not None
            group = state.groups[row.group]
            own = game.endowments(group.plan.tail_endowment)[row.seat]
            assert len(group.history) == 3 * game.rounds
            earned = sum(
                100 * (own - played.contributions[row.seat]) + played.payout_hundredths[row.seat]
                for played in group.history
            )
            assert row.payment.paid_hundredths == earned
        receipts = folder / f"{code}.pdf"
        people = [replace(row, is_bot=False) for row in rows]  # who alone get receipts
        occasion = Occasion("S", code, "2026-01-02", state.plan.payment, "", "")
        save_receipts(receipts, people, occasion)
        assert receipts.read_bytes().startswith(b"%PDF")


def the_gate_is_of_this_game(study: Study) -> None:
    """The gate and the check before a session see the study's own game."""
    game = study.game
    table = study.mechanisms.table(None)
    assert table.game == game
    prepared = prepare(study, table)
    *_, foreseen = look_ahead(study, prepared, lambda: False)
    assert isinstance(foreseen, ForeseeResult)
    keep(study, prepared, foreseen)
    gated = gate(study, table)
    assert gated.prospect is not None
    assert [c.tail_endowment for c in gated.prospect.conditions] == list(game.tail_endowments)
    # A head cannot gain less than nothing of the fund, nor more than all of it.
    for each in gated.prospect.conditions:
        most = (game.multiplier - 1) * sum(game.endowments(each.tail_endowment))
        for gain in (each.head_gain, each.tail_gain):
            assert -game.max_endowment <= gain <= most + game.max_endowment
    for finding in gated.findings:
        assert "{" not in finding_sentence(gated, finding)
    checked = examine(study, "pilot", address="127.0.0.1", port=0)
    assert all(each.verdict is not Verdict.STOPS for each in checked)
