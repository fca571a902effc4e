import io
import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import msgspec
import plain_tables
import pytest
from gated_studies import modelled_study, prospect
from reading_in import reading_in
from studies import playable_study

from hcmd_lab import __version__
from hcmd_lab.cli import output, serve
from hcmd_lab.cli.main import run
from hcmd_lab.cli.output import parse_changes, read_settings
from hcmd_lab.cli.study import create_study
from hcmd_lab.errors import UsageError
from hcmd_lab.game.events import SessionOpened, TurnedAway
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.session_rules import SessionRules, parse_rules
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.network import wake
from hcmd_lab.network.exit_pin import pin_matches
from hcmd_lab.network.lab_identity import LabIdentity, identity_folder
from hcmd_lab.storage.file_system import Concern, Found
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.vote_plan import Looks

Outcome = tuple[int, str, str]
Lab = Callable[..., Outcome]

PLAIN = "group,stage,round,seat,endowment,contribution,payout,vote\n"


@pytest.fixture
def lab(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lab:
    """Runs `hcmd-lab` in this process; gives its exit code, stdout and stderr."""

    def call(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["hcmd-lab", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "200")
        with pytest.raises(SystemExit) as ended:
            run()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return call


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = playable_study(tmp_path_factory.mktemp("played") / "study", 10)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 5)
    return folder


@pytest.fixture
def study(played: Path, tmp_path: Path) -> Path:
    """A study in which five groups have played and five are missing."""
    return Path(shutil.copytree(played, tmp_path / "study"))


def assert_sentence(outcome: Outcome, code: int, words: str) -> None:
    assert outcome[0] == code
    assert words in " ".join(outcome[2].split())
    assert "Traceback" not in outcome[2]
    assert "━" not in outcome[2], "no bar begins before it is known that there is nothing to do"


def test_a_name_that_no_window_has_room_for_is_refused(lab: Lab, tmp_path: Path) -> None:
    told = "The setting name must be a text of at most 200 characters, and this text has 201"
    assert_sentence(lab("study", "new", tmp_path / "a", "--set", f"name={'x' * 201}"), 2, told)
    file = tmp_path / "settings.toml"
    file.write_text(f'name = "{"x" * 201}"\n')
    assert_sentence(lab("study", "new", tmp_path / "a", "--settings", file), 2, told)
    assert not (tmp_path / "a").exists()


def test_the_first_mechanism_can_be_stopped(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> Iterator[Stopped]:
        yield Stopped(step=0)

    monkeypatch.setattr(Study, "perform", stopped)
    outcome = lab("study", "new", tmp_path / "a", "--preset", "quick")
    assert outcome[0] == 130
    assert "its first mechanism is not: it was stopped. hcmd-lab study begin" in outcome[2]
    monkeypatch.undo()
    code, words, _ = lab("study", "status", tmp_path / "a")
    assert code == 0
    assert "INITIALISE" in words or "first mechanism" in words


def test_status_tells_what_comes_next(lab: Lab, study: Path) -> None:
    code, words, _ = lab("study", "status", study)
    assert code == 0
    assert "5 of 10 groups played so far; run a session." in words
    code, out, _ = lab("study", "status", study, "--json")
    assert json.loads(out)["step"] == "acquire"


def test_a_whole_study_passes_the_check(lab: Lab, study: Path) -> None:
    assert lab("check", study)[0] == 0
    code, out, _ = lab("check", study, "--json")
    found = json.loads(out)
    assert (code, found["findings"], found["mechanisms"]) == (0, [], [])
    assert lab("check", study, "--log", found["log"])[0] == 0
    code, words, _ = lab("check", study, "--log", "1-0123456789abcdef")
    assert (code, "the log does not hold 1-0123456789abcdef" in words) == (1, True)
    assert "or the number was mistyped" in words


@pytest.mark.parametrize("typed", ["1", "1-abc", "x-0123456789abcdef", "1-0123456789ABCDEF0"])
def test_what_is_no_number_of_a_log_says_nothing_about_the_study(
    lab: Lab, study: Path, typed: str
) -> None:
    assert_sentence(lab("check", study, "--log", typed), 2, f"{typed} is no number of a log")


def test_backups_are_made_listed_and_restored(lab: Lab, study: Path, tmp_path: Path) -> None:
    assert "There are no backups" in lab("backup", study, "--list")[1]
    code, out, _ = lab("backup", study, "--place", tmp_path / "disk", "--json")
    made = json.loads(out)
    assert (code, Path(made["path"]).parent) == (0, tmp_path / "disk")
    code, out, _ = lab("backup", study, "--list", "--json")
    assert [each["path"] for each in json.loads(out)["backups"]] == [made["path"]]
    (study / "study.db").write_bytes(b"rotten" * 1000)
    code, _, words = lab("study", "status", study)
    assert (code, "is damaged" in words, "Its newest backup is of" in words) == (1, True, True)
    code, out, said = lab("restore", study, "--json")
    assert (code, json.loads(out)["missing"], said) == (0, 0, "")
    assert "It holds every event that was marked as saved." in lab("restore", study)[1]
    assert lab("check", study)[0] == 0
    assert_sentence(lab("restore", study, "--checkpoints", "--as-it-is"), 2, "Choose one of --from")
    assert_sentence(lab("restore", study, "--from", tmp_path), 2, "is not a sound copy")


def test_export_writes_every_decision(lab: Lab, study: Path, tmp_path: Path) -> None:
    code, out, _ = lab("export", study, tmp_path / "data", "--json")
    assert code == 0
    summary = json.loads(out)
    assert summary["rows"]["long"] == 5 * 4 * 30
    table = Path(summary["folder"]) / "long.csv"
    assert len(table.read_text(encoding="utf-8").splitlines()) == 1 + 5 * 4 * 30


def test_import_counts_what_it_brought(lab: Lab, study: Path, tmp_path: Path) -> None:
    rows = [
        f"g1,1,{r},{seat},{10 if seat == 0 else 4},2,3.2,"
        for r in range(1, 11)
        for seat in range(4)
    ]
    file = tmp_path / "games.csv"
    file.write_text(PLAIN + "\n".join(rows) + "\n", encoding="utf-8")
    code, out, _ = lab("import", study, file, "--json")
    assert code == 0
    assert {k: json.loads(out)[k] for k in ("groups", "decisions", "votes")} == {
        "groups": 1, "decisions": 40, "votes": 0,
    }  # fmt: skip


def test_a_dry_run_says_what_would_be_imported_and_stores_nothing(
    lab: Lab, study: Path, tmp_path: Path
) -> None:
    rows = [
        f"g1,{stage},1,{seat},{10 if seat == 0 else 4},2,3.2,{2 if stage == 1 else ''}"
        for stage in (1, 2)
        for seat in range(4)
    ]
    file = tmp_path / "games.csv"
    file.write_text(PLAIN + "\n".join([*rows, "g2,1,1,0,10,2,3.2,"]) + "\n", encoding="utf-8")
    code, out, _ = lab("import", study, file, "--dry-run", "--json")
    assert code == 0
    words = lab("import", study, file, "--dry-run")[1]
    assert "Would import 1 group" in words
    assert "MODEL will not use 4 votes" in words
    found = json.loads(out)
    assert (found["stored"], found["votes"], found["model_votes"]) == (False, 4, 0)
    assert found["left_out_groups"] == [
        {"group": "g2", "reason": "it has 1 seat, and the study's game has 4"}
    ]
    assert found["unused_votes"][0].startswith("MODEL will not use 4 votes: stages 1 and 2")
    assert lab("import", study, file, "--json")[0] == 0, "the dry run stored nothing"
    assert_sentence(lab("import", study, file, "--dry-run"), 1, "in the study already")


def test_settings_are_printed_as_a_file(lab: Lab) -> None:
    assert "decide_s = 60" in lab("settings", "--session")[1]
    assert "groups = [15, 15]" in lab("settings", "--preset", "quick")[1]
    assert lab("settings", "--markdown")[1].startswith("# Settings")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("study", "new", "{new}", "--preset", "slow"), 2, "There is no preset slow"),
        (("study", "new", "{new}", "--set", "seed=many"), 2, "must be a whole number"),
        (("study", "new", "{new}", "--set", "seed"), 2, "write it as name=value"),
        (("study", "new", "{new}", "--settings", "{missing}"), 2, "cannot be read"),
        (("study", "new", "{study}"), 2, "is already a study"),
        (("study", "new", "{new}", "--warm-start", "{missing}"), 2, "There is no study"),
        (("study", "new", "{new}", "--warm-start", "{study}"), 2, "has not trained a mechanism"),
        (("study", "status", "{missing}"), 2, "There is no study folder"),
        (("model", "{study}"), 1, "MODEL is not possible now. Iteration 1 of at most 2: 5 of 10"),
        (("optimize", "{study}"), 1, "OPTIMIZE is not possible now."),
        (("converge", "{study}"), 1, "CONVERGENCE is not possible now."),
        (("evaluate", "{study}"), 1, "EVALUATE is not possible now."),
        (("serve", "{study}", "--purpose", "party"), 2, "acquire, evaluate or pilot, not party"),
        (("serve", "{study}", "--purpose", "evaluate", "--port", "0"), 1, "EVALUATE is not"),
        (("serve", "{study}", "--set", "decide_s=-1"), 2, "between 0 and 3600 (s), not -1"),
        (
            ("study", "new", "{new}", "--set", "decide_s=30"),
            2,
            "decide_s is a setting of a sess",
        ),
        (("simulate", "--set", "decide_s=30"), 2, "hcmd-lab serve STUDY --set decide_s=VALUE"),
        (("serve", "{study}", "--set", "groups=3"), 2, "groups is a setting of a study, not of"),
        (("script", "show", "{study}", "--set", "seed=3"), 2, "seed is a setting of a study"),
        (("script", "show", "{study}", "--language", "fr"), 2, "no texts in fr, only in: en, de"),
        (("backup", "{study}", "--list", "--place", "{new}"), 2, "leave out --place and --own-pl"),
        (("backup", "{study}", "--list", "--own-place"), 2, "leave out --place and --own-place"),
        (("mechanism", "template", "{study}/study.db"), 2, "may have been changed by hand"),
        (("mechanism", "export", "{study}", "theta_0", "{study}/study.db"), 2, "changed by hand"),
        (("serve", "{study}", "--groups", "0"), 2, "--groups"),
        (("serve", "{study}", "--stations", "0"), 2, "--stations"),
        (("study", "new", "{new}", "--set", "Sed=3"), 2, "There is no setting Sed; did you mean"),
        (
            ("serve", "{study}", "--set", "deside_s=1"),
            2,
            "deside_s; did you mean decide_s?",
        ),
        (("serve", "{study}", "--address", "nowhere"), 1, "not a network address"),
        (("serve", "{study}", "--resume"), 2, "has no unfinished session"),
        (("serve", "{study}", "--abandon"), 2, "has no unfinished session"),
        (
            (
                "serve",
                "{study}",
                "--set",
                "instructions=true",
                "--set",
                "gate_instructions=true",
            ),
            2,
            "host the session in the control",
        ),
        (
            (
                "serve",
                "{study}",
                "--set",
                "instructions=false",
                "--set",
                "gate_instructions=true",
            ),
            2,
            "gate_instructions has no effect here. Only with “Instructions”",
        ),
        (("study", "new", "{missing}", "--set", "reference_distance=0.5"), 2, "has no effect here"),
        (("serve", "{study}", "--set", "auto_start=false"), 2, "whom this command cannot ask"),
        (
            ("serve", "{study}", "--set", "participant_list=true"),
            2,
            "give one with --participant-list",
        ),
        (("serve", "{study}", "--guests", "{missing}"), 2, "participant list"),
        (("import", "{study}", "{csv}"), 2, "row 2"),
        (("import", "{study}", "{csv}", "--layout", "spss"), 2, "There is no layout spss"),
    ],
)
def test_bad_input_is_one_sentence(
    lab: Lab, study: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(PLAIN + "g1,1,1,0,10,11,3.2,\n", encoding="utf-8")
    places = {
        "study": study, "new": tmp_path / "new", "missing": tmp_path / "none", "csv": wrong,
    }  # fmt: skip
    assert_sentence(lab(*(text.format(**places) for text in arguments)), code, words)
    assert not (tmp_path / "new").exists(), "nothing half-made is left"
    with Store.read(study) as store:
        assert len(store.tables.sessions()) == 1, "nothing was imported or opened"
    assert not list(study.glob("backups/*.db")), "nothing to be kept has happened"


WRITING = {
    "support": ("support", "{file}"),
    "bundle": ("bundle", "make", "{study}", "{file}"),
    "receipts": ("payments", "{study}", "--receipts", "{file}"),
    "payments": ("payments", "{study}", "--table", "{file}"),
    "attendance": ("attendance", "{study}", "--table", "{file}"),
    "cards": ("guests", "codes", "3", "{study}/codes.csv", "--cards", "{file}"),
    "map": ("import", "{study}", "{csv}", "--map", "player=seat", "--save-map", "{file}"),
}


@pytest.mark.parametrize("arguments", WRITING.values(), ids=WRITING)
def test_a_file_of_another_kind_is_not_replaced(
    lab: Lab, study: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (csv := tmp_path / "plain.csv").write_text(PLAIN, encoding="utf-8")
    database = study / "study.db"
    before = database.read_bytes()
    places = {"file": database, "study": study, "csv": csv}
    refused = lab(*(text.format(**places) for text in arguments))
    assert_sentence(refused, 2, "study.db is there already and is no")
    assert database.read_bytes() == before
    assert not (study / "codes.csv").exists(), "nothing half-made is left"


def test_check_tells_what_mechanisms_keep_to(lab: Lab, tmp_path: Path) -> None:
    folder = tmp_path / "bounded"
    bounds = ("--set", "policy_width=4", "--set", "minimum_share=0.1", "--set", "monotone=true")
    assert lab("study", "new", folder, "--preset", "quick", *bounds)[0] == 0
    code, out, _ = lab("check", folder, "--json")
    told = lab("check", folder)[1]
    assert code == 0
    smallest, rising = json.loads(out)["mechanisms"]
    assert smallest["finding"].startswith("θ₀: smallest share 0.")
    assert rising == {
        "finding": "θ₀: no state where contributing more lowers the share", "kept": True,
    }  # fmt: skip
    assert smallest["finding"] in told


@pytest.mark.parametrize("command", ["simulate", "demo"])
def test_a_study_of_people_is_not_played_by_bots(lab: Lab, tmp_path: Path, command: str) -> None:
    create_study(tmp_path / "study", "quick", {})
    outcome = lab(command, "--study", tmp_path / "study")
    assert_sentence(outcome, 2, "is a study of people")


def test_a_station_is_released_for_another_computer(lab: Lab) -> None:
    identity = LabIdentity(identity_folder())
    for name in ("7", "spare"):
        identity.claim(name, "0" * 64)
    assert_sentence(lab("kiosks", "release", "8"), 2, "the paired stations are: 7, spare.")
    assert lab("kiosks", "release", "7")[0] == 0
    code, listed, _ = lab("kiosks", "list")
    assert (code, [line.split("\t")[0] for line in listed.splitlines()]) == (0, ["spare"])


def test_kiosks_are_sent_a_wake_signal(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(wake, "send_wake", sent.append)
    assert_sentence(lab("kiosks", "wake"), 1, "no station is paired with this computer.")
    identity = LabIdentity(identity_folder())
    for name, mac in (("7", "02:00:00:00:00:07"), ("8", "")):
        identity.claim(name, "0" * 64)
        identity.note({name: {"mac": mac}})
    code, said, wrong = lab("kiosks", "wake")
    assert code == 1, "one was not sent to"
    assert "was sent to 1 station: 7." in said
    assert "No wake signal was sent to 1 station, whose network card is not known: 8." in wrong
    assert lab("kiosks", "wake", "7")[0] == 0
    assert lab("kiosks", "wake", "8")[0] == 1
    assert_sentence(lab("kiosks", "wake", "9"), 2, "the paired stations are: 7, 8.")
    assert sent == ["02:00:00:00:00:07"] * 2


def test_a_study_that_is_open_elsewhere_is_left_alone(lab: Lab, study: Path) -> None:
    with Store.open(study):
        assert_sentence(lab("model", study), 1, "open")
        assert lab("study", "status", study)[0] == 0, "looking is always possible"


def test_a_taken_port_is_named(lab: Lab, study: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = lab("serve", study, "--address", "127.0.0.1", "--port", port)
    assert_sentence(outcome, 1, f"cannot listen on 127.0.0.1 port {port}")
    with Store.read(study) as store:
        assert len(store.tables.sessions()) == 1, "no session was opened"


def test_an_unknown_command_is_a_usage_error(lab: Lab) -> None:
    assert lab("dance")[0] == 2


def test_the_version_is_printed(lab: Lab) -> None:
    code, out, _ = lab("--version")
    assert code == 0
    assert out == f"hcmd-lab {__version__}\n"


def test_changes_are_read_as_in_a_settings_file() -> None:
    assert parse_changes(["a=1", "b=[1, 2]", "c=true", "d=some words", 'e="quoted"']) == {
        "a": 1, "b": [1, 2], "c": True, "d": "some words", "e": "quoted",
    }  # fmt: skip


def test_a_settings_file_that_is_not_toml_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("seed =", encoding="utf-8")
    with pytest.raises(UsageError, match="is not valid TOML"):
        read_settings(file)


# --- power -------------------------------------------------------------------------------------


def test_power_tells_the_groups_that_are_needed(lab: Lab) -> None:
    code, out, _ = lab("power", "--share", "0.7", "--correlation", "0.2", "--json")
    words = lab("power", "--share", "0.7", "--correlation", "0.2")[1]
    plan = json.loads(out)
    assert code == 0
    assert plan["curve"][str(plan["groups"])] >= 0.8
    assert f"Needed: {plan['groups']} groups ({4 * plan['groups']} people)" in words


def test_commands_speak_english_whatever_the_computer_speaks(lab: Lab) -> None:
    with reading_in("de"):
        words = lab("power", "--share", "0.7", "--correlation", "0.2")[1]
    assert "a true vote share of 70.0%, and a correlation of 0.20" in words


def test_power_takes_the_correlation_of_a_study(lab: Lab, study: Path) -> None:
    assert_sentence(lab("power", study), 2, "votes from 5 groups, and 10 are needed")
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 5)
    code, words, _ = lab("power", study, "--share", "0.75")
    assert code == 0
    assert "The correlation is from the votes of 10 groups." in words


def test_power_mixes_no_mechanisms_that_are_not_known_to_be_alike(
    lab: Lab, study: Path, tmp_path: Path
) -> None:
    """Groups of a file agree because its mechanisms are its own, whatever it calls them."""

    def told() -> tuple[float, str]:
        correlation = json.loads(lab("power", study, "--share", "0.75", "--json")[1])["correlation"]
        return correlation, lab("power", study, "--share", "0.75")[1]

    def bring(votes: str, mechanisms: tuple[str, str] | None) -> None:
        """A file with a group for each vote, in which all vote alike."""
        given = str(1 + len(list(tmp_path.glob("*.csv"))))
        rows = [
            [str(group), str(stage), "1", str(seat), "10" if seat == 0 else "4", given,
             f"{1.6 * int(given):.1f}", vote, *([mechanisms[stage - 1]] if mechanisms else [])]
            for (group, vote), stage, seat in product(enumerate(votes), (1, 2), range(4))
        ]  # fmt: skip
        header = [*plain_tables.HEADER, *(["mechanism"] if mechanisms else [])]
        file = plain_tables.write(tmp_path / f"{given}.csv", rows, header)
        assert lab("import", study, file)[0] == 0

    bring("121212121212", ("theta_0", "theta_0"))
    before, words = told()
    assert before > 0
    assert "The correlation is from the votes of 17 groups." in words
    bring("1111", None)
    assert told()[0] == before
    left_out = "4 groups of imported files without mechanisms are left out."
    assert f"17 groups; {left_out}" in told()[1]
    bring("222", ("theta_0", "theta_0"))
    others = "3 groups that compared other mechanisms do not tell it"
    assert told()[0] == before
    assert f"17 groups; {others}; {left_out}" in told()[1]


def test_power_is_rehearsed_with_simulated_people(lab: Lab) -> None:
    needed = {}
    for people in ("noisier", "steadier"):
        code, out, _ = lab("power", "--people", people, "--json")
        words = lab("power", "--people", people)[1]
        plan = json.loads(out)
        assert code == 0
        assert f"liberal egalitarian {100 * plan['share']:.1f}% (95% interval " in words
        assert "no evidence about people" in words
        needed[people] = plan["groups"]
    assert needed["steadier"] < needed["noisier"]
    plan = json.loads(lab("power", "--people", "noisier", "--share", "0.7", "--json")[1])
    assert plan["share"] == 0.7
    assert plan["expected"] is None
    both = lab("power", "--people", "noisier", "--correlation", "0.1")
    assert_sentence(both, 2, "give neither a study nor --correlation")


def test_power_is_rehearsed_with_every_kind_of_simulated_people(lab: Lab) -> None:
    code, out, _ = lab("power", "--every-people", "--json")
    words = lab("power", "--every-people")[1]
    assert code == 0
    found = {each["people"]: each for each in json.loads(out)}
    assert list(found) == list(People)
    assert found["steadier"]["groups"] < found["calibrated"]["groups"] < found["noisier"]["groups"]
    for each in found.values():
        assert each["share"]["low"] < each["share"]["estimate"] < each["share"]["high"]
    needed = [each["groups"] for each in found.values()]
    assert f"From {min(needed)} to {max(needed)} groups" in words
    assert "No people were asked" in words
    both = lab("power", "--every-people", "--share", "0.6")
    assert_sentence(both, 2, "give neither a study nor --share")


def test_power_tells_what_the_models_of_a_study_expect(lab: Lab, tmp_path: Path) -> None:
    won = Interval(estimate=0.7, low=0.6, high=0.8)
    foreseen = msgspec.structs.replace(prospect(0.2), expected=won)
    folder = modelled_study(tmp_path / "modelled", foreseen=foreseen)
    code, out, _ = lab("power", folder, "--correlation", "0.1", "--json")
    words = lab("power", folder, "--correlation", "0.1")[1]
    assert code == 0
    expected = json.loads(out)["expected"]
    assert expected["share"] == {"estimate": 0.7, "low": 0.6, "high": 0.8}
    assert expected["least"] < expected["estimate"] < expected["most"]
    # The study takes out the order; without a study nothing is taken out unless that is asked for.
    asked = ("power", "--share", "0.6", "--correlation", "0.1", "--order-adjusted")
    assert expected["most"] == json.loads(lab(*asked, "--json")[1])["groups"]
    assert "and adjusted for the order." in words
    assert "adjusted for the order" not in lab(*asked[:-1])[1]
    assert "win 70.0% (95% interval 60.0% to 80.0%) of the votes" in words
    assert f"takes from {expected['least']} groups to {expected['most']} groups" in words


@pytest.mark.parametrize("looks", list(Looks))
def test_power_is_simulated_as_the_study_looks_at_its_votes(
    lab: Lab, tmp_path: Path, looks: Looks
) -> None:
    settings = msgspec.to_builtins(make_settings("quick", {"looks": looks.value}))
    Store.create(tmp_path / "study", {"settings": settings}).close()
    said = lab("power", tmp_path / "study", "--correlation", "0.1", "--share", "0.7")[1]
    assert ("looked at after every group" in said) == (looks is Looks.SEQUENTIAL)
    other = lab("power", tmp_path / "study", "--correlation", "0.1", "--share", "0.7",
                "--looks", "fixed")[1]  # fmt: skip
    assert "looked at once" in other


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--share", "0.5", "at least 0.001 from one half"),
        ("--power", "1", "above 0.05 and below 1"),
        ("--correlation", "1.5", "of at least 0 and below 1"),
    ],
)
def test_power_explains_what_it_cannot_plan(lab: Lab, option: str, value: str, words: str) -> None:
    assert_sentence(lab("power", option, value), 2, words)


def test_a_study_gets_its_own_texts(lab: Lab, study: Path) -> None:
    code, words, _ = lab("script", "new", study, "--language", "en")
    assert code == 0
    assert "Texts in en are in" in words
    code, words, _ = lab("script", "check", study)
    assert code == 0
    assert "4 pages of instructions, 4 control questions, 6 items" in words
    code, out, _ = lab("script", "show", study, "--set", "coin_value=0.25")
    assert code == 0
    assert "each coin is worth €0.25" in out
    for language in ("en", "en_GB"):
        assert lab("script", "show", study, "--language", language)[1].startswith("# About")
    (study / "script" / "en" / "questionnaire.toml").write_text("[[item]]\nname = 'x'")
    words = "questionnaire.toml, item 1: kind is missing."
    assert_sentence(lab("script", "check", study), 1, words)
    assert_sentence(lab("script", "new", study), 1, "they are not overwritten")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850", "utf-16"])
def test_the_settings_of_a_session_are_printed_to_be_edited(
    lab: Lab, tmp_path: Path, encoding: str
) -> None:
    """In whatever encoding a shell brings what was printed into a file."""
    code, out, _ = lab("settings", "--session")
    assert code == 0
    file = tmp_path / "session.toml"
    file.write_text(out, encoding=encoding)
    assert parse_rules(read_settings(file)) == SessionRules()


def test_payments_are_shown_changed_and_written(lab: Lab, study: Path, tmp_path: Path) -> None:
    code, out, _ = lab("payments", study, "--json", "--table", tmp_path / "p.csv")
    words = lab("payments", study)[1]
    assert code == 0
    told = json.loads(out)
    assert len(told["payments"]) == len(told["simulated"]) == 20
    assert told["total"] == "0.00", "programs have played"
    assert "Total: €0.00" in words
    assert (tmp_path / "p.csv").read_text().count("\n") == 21
    with Store.open(study) as store:
        plan, _ = Study(store).plan_session("pilot", 1)
        away = [TurnedAway(0, f"person0{n}", f"L{n}", "full") for n in (2, 1)]
        store.log.append("latest", [SessionOpened(0, plan), *away], "2030-01-02T03:04:05+00:00")
    change = ("--adjust", "person01=99.50", "--reason", "bus")
    code, out, _ = lab("payments", study, *change, "--paid", "person01", "--json")
    assert code == 0
    told = json.loads(out)
    assert told["payments"] == {"person01": "99.50", "person02": "5.00"}
    assert (list(told["paid"]), told["total"]) == (["person01"], "104.50")
    code, out, _ = lab("payments", study, "--unpaid", "person01", "--sort", "arrival", "--json")
    assert (code, json.loads(out)["paid"]) == (0, {})
    assert list(json.loads(out)["payments"]) == ["person02", "person01"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nosuch",), "The study has no session nosuch that was played here"),
        (("--adjust", "abc"), "abc is not a payment"),
        (("--adjust", "abc=1.005"), "abc=1.005 is not a payment"),
        (("--adjust", "abc=1", "--reason", "x"), "The payment cannot be changed"),
        (("--reason", "x"), "A reason belongs to a payment that is changed"),
        (("--paid", "abc"), "There is no participant abc."),
        (("--paid", "abc", "--unpaid", "abc"), "abc cannot be noted as paid and as not paid at"),
    ],
)
def test_a_payment_that_cannot_be(
    lab: Lab, study: Path, arguments: tuple[str, ...], words: str
) -> None:
    assert_sentence(lab("payments", study, *arguments), 2, words)


def test_the_data_dictionary_is_printed(lab: Lab) -> None:
    code, out, _ = lab("dictionary")
    assert code == 0
    assert "| `pig.<round>.player.contribution` | integer | coins |" in out


def test_labels_are_purged_and_somebody_withdraws(lab: Lab, study: Path, tmp_path: Path) -> None:
    with Store.read(study) as store:
        (session,) = [row.code for row in store.tables.sessions()]
        person = store.tables.participants()[0].code
    code, words, _ = lab("privacy", "purge", study, "--reason", "the study is over", "--yes")
    assert (code, "Labels deleted: 0." in words) == (0, True)
    code, words, _ = lab(
        "privacy", "withdraw", study, session, person, "--reason", "asked for it", "--yes"
    )  # fmt: skip

    assert code == 0
    assert "is left out of exports and of MODEL" in " ".join(words.split())
    lab("export", study, tmp_path / "data")
    assert person not in (tmp_path / "data" / "participants.csv").read_text()
    code, out, _ = lab("privacy", "log", study, "--json")
    assert [(row["act"], row["participant"], row["reason"]) for row in json.loads(out)] == [
        ("labels_purged", "", "the study is over"),
        ("withdrawn", person, "asked for it"),
    ]
    again = lab("privacy", "withdraw", study, session, person, "--reason", "x")
    assert_sentence(again, 2, "has already been withdrawn")


def test_a_purge_names_the_copies_that_hold_labels_and_no_others(
    lab: Lab, study: Path, tmp_path: Path
) -> None:
    purge = ("privacy", "purge", study, "--reason", "over", "--yes")
    lab("export", study, tmp_path / "nobody")
    lab("backup", study)
    (bare,) = (study / "backups").glob("*.db")
    words = " ".join(lab(*purge)[1].split())
    assert "Labels deleted: 0." in words
    assert "hold" not in words, "there never was a label"
    with Store.open(study) as store:
        session = store.tables.sessions()[0].code
        store.private.add_participant_list(session, ["Ann"])
    lab("backup", study)
    (study / "backups" / bare.name.replace("-hand", "-session")).write_bytes(b"damaged")
    assert "backup" not in lab(*purge, "--session", session, "--dry-run")[1]
    words = "".join(lab(*purge)[1].split())
    named = {path.name: path.name in words for path in (study / "backups").glob("*.db")}
    assert sorted(named.values()) == [False, True, True]
    assert not named[bare.name]
    assert f"{bare.name.replace('-hand', '-session')}stillholdslabelsisnotknown" in words


def test_acts_for_good_are_said_and_asked_for(
    lab: Lab, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with Store.read(study) as store:
        person = store.tables.participants()[0]
    withdraw = ("privacy", "withdraw", study, person.session, person.code, "--reason", "asked")
    purge = ("privacy", "purge", study, "--reason", "over")
    for command, told in ((withdraw, "nothing takes this back"), (purge, "To be deleted for good")):
        code, out, _ = lab(*command, "--dry-run")
        assert (code, told in out) == (0, True)
        assert "(s)" not in out
        # Nobody answers here.
        code, out, words = lab(*command)
        assert (code, out.strip()) == (2, "")
        assert told in words
        assert "Nothing was done; add --yes" in words
        # Nobody says why, agreed or not.
        for agreed in ([], ["--yes"]):
            words = lab(*command[:-2], *agreed)[2]
            assert "Nothing was done; give the reason with --reason." in words
            assert (told in words) is not bool(agreed)
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    assert_sentence(lab(*purge), 2, "Nothing was done.")
    monkeypatch.setattr("sys.stdin", io.StringIO("because\nn\n"))
    assert_sentence(lab(*purge[:-2]), 2, "Nothing was done.")
    assert json.loads(lab("privacy", "log", study, "--json")[1]) == []
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert lab(*purge)[0] == 0
    assert len(json.loads(lab("privacy", "log", study, "--json")[1])) == 1
    monkeypatch.setattr("sys.stdin", io.StringIO("over again\ny\n"))
    assert lab(*purge[:-2])[0] == 0
    assert json.loads(lab("privacy", "log", study, "--json")[1])[-1]["reason"] == "over again"
    monkeypatch.setattr("sys.stdin", None)
    code, out, _ = lab("study", "delete", study, "--dry-run")
    assert (code, study.is_dir()) == (0, True)
    assert lab("study", "delete", study)[0] == 2
    assert study.is_dir()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("withdraw", "nosuch", "abc", "--reason", "x"), "The study has no session nosuch"),
        (("purge", "--session", "nosuch", "--reason", "x"), "The study has no session nosuch"),
        (("purge", "--reason", " "), "the reason is empty; give one with --reason"),
    ],
)
def test_a_privacy_request_that_cannot_be(
    lab: Lab, study: Path, arguments: tuple[str, ...], words: str
) -> None:
    command, *rest = arguments
    assert_sentence(lab("privacy", command, study, *rest), 2, words)


def test_two_labs_merge_what_they_played(lab: Lab, study: Path, tmp_path: Path) -> None:
    code, out, _ = lab("bundle", "make", study, tmp_path / "ours", "--json")
    assert (code, json.loads(out)["groups"]) == (0, 5)
    bundle = tmp_path / "ours.hcmd"
    code, words, _ = lab("bundle", "start", bundle, tmp_path / "theirs")
    assert code == 0
    assert "5 of 10 groups played" in words
    with Store.open(tmp_path / "theirs") as store:
        play_simulated(Study(store), "acquire", 2)
    assert lab("bundle", "make", tmp_path / "theirs", tmp_path / "back")[0] == 0
    back = tmp_path / "back.hcmd"
    code, out, _ = lab("bundle", "merge", study, back, "--dry-run", "--json")
    words = lab("bundle", "merge", study, back, "--dry-run")[1]
    assert (code, json.loads(out)["groups"]) == (0, 2)
    assert "would add 1 session, 2 groups" in words
    assert "5 of 10 groups" in lab("study", "status", study)[1]
    assert lab("bundle", "merge", study, back)[0] == 0
    assert "7 of 10 groups" in lab("study", "status", study)[1]
    assert "already contains everything in back.hcmd" in lab("bundle", "merge", study, back)[1]
    assert lab("check", study)[0] == 0


def test_a_bundle_that_cannot_be_is_a_sentence(lab: Lab, study: Path, tmp_path: Path) -> None:
    other = playable_study(tmp_path / "other", 12)
    assert lab("bundle", "make", other, tmp_path / "other.hcmd")[0] == 0
    rejected = lab("bundle", "merge", study, tmp_path / "other.hcmd")
    assert_sentence(rejected, 2, "a different design and cannot be merged")
    assert_sentence(lab("bundle", "merge", study, study), 2, "")
    missing = lab("bundle", "merge", study, tmp_path / "none.hcmd")
    assert_sentence(missing, 2, "The bundle")


def test_a_session_of_another_day_goes_on_only_if_somebody_says_so(
    lab: Lab, study: Path, tmp_path: Path
) -> None:
    with Store.open(study) as store:
        plan, _ = Study(store).plan_session("acquire", 1)
        store.log.append("yesterda", [SessionOpened(0, plan)], "2026-11-22T16:40:00.000+00:00")
    local = ("--address", "127.0.0.1", "--port", "0")
    words = "Session yesterda, opened on 2026-11-22, has not ended; continue it with"
    assert_sentence(lab("serve", study, *local), 2, words)
    with Store.read(study) as store:
        assert len(store.log.events("yesterda")) == 1, "nobody has touched it"
    (file := tmp_path / "rules.toml").write_text("decide_s = 9")
    (labels := tmp_path / "labels.txt").write_text("Ann\n")
    for ignored in (
        ("--purpose", "pilot"), ("--groups", "2"), ("--contrast", "1"), ("--set", "decide_s=9"),
        ("--settings", file), ("--participant-list", labels),
    ):  # fmt: skip
        refused = lab("serve", study, *local, "--resume", *ignored)
        assert_sentence(refused, 2, f"leave out {ignored[0]}.")
    code, said, _ = lab("serve", study, *local, "--abandon")
    assert code == 0
    assert "Session yesterda continues on port" in said
    with Store.read(study) as store:
        assert [row.status for row in store.tables.sessions()] == ["closed", "closed"]


def test_codes_are_drawn_with_cards_and_read_again(lab: Lab, tmp_path: Path) -> None:
    table, cards = tmp_path / "codes.csv", tmp_path / "cards.pdf"
    for arguments in (("codes", "12", str(table)), ("check", str(table), "--language", "he")):
        # In a process of its own: this one may have an application that cannot draw.
        command = [sys.executable, "-m", "hcmd_lab", "guests", *arguments, "--cards", str(cards)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        assert "12" in done.stdout
        assert cards.read_bytes().startswith(b"%PDF")
        cards.unlink()
    again = lab("guests", "codes", 12, table)
    assert_sentence(again, 2, "is there already, and its codes may have been handed out")
    table.write_text("Ann\n", encoding="utf-8")
    assert "codes.csv: 1 label, Ann." in lab("guests", "check", table)[1]
    table.write_text("Ann\nann\n", encoding="utf-8")
    assert_sentence(lab("guests", "check", table), 2, "line 2: the label ann is already in line 1")


def test_brackets_in_a_name_are_part_of_the_name(lab: Lab, tmp_path: Path) -> None:
    folder = tmp_path / "old[/bold]"
    folder.mkdir(parents=True)
    table = folder / "x[red].csv"
    code, words, _ = lab("guests", "codes", 3, table)
    assert (code, str(table) in words) == (0, True)
    missing = folder / "y[red].csv"
    assert_sentence(lab("guests", "check", missing), 2, str(missing))


def test_serve_tells_what_the_session_contains_and_what_is_missing(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = playable_study(tmp_path / "people", 10, "people")
    monkeypatch.setattr(serve, "_run", lambda *_: None)
    local = ("--address", "127.0.0.1", "--port", "0")
    changes = ("--groups", "1", "--set", "consent=false", "--set", "payment_screen=false")
    code, out, _ = lab("serve", study, *local, *changes, "--json")
    assert code == 0
    listening = json.loads(out.splitlines()[0])
    assert listening["contents"]["consent"] == "Off"
    assert listening["contents"]["game"].startswith("Three stages of 10 rounds")
    assert listening["contents"]["instructions"].startswith("4 pages, English")
    # This command cannot help at a control question, so that it asks none.
    assert set(listening["missing"]) == {
        "no_consent", "no_control_questions", "pay_unseen",
    }  # fmt: skip
    assert lab("serve", study, *local, "--abandon")[0] == 0
    code, said, _ = lab("serve", study, *local, *changes)
    assert "Consent: Off" in said
    assert "Note: Nobody is asked for consent" in said


def test_serve_says_what_speaks_against_the_study_s_folder(
    lab: Lab, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "_run", lambda *_: None)
    local = ("--address", "127.0.0.1", "--port", "0")
    _, _, said = lab("serve", study, *local)
    assert "on another computer" not in said
    share = [Found(Concern.NETWORK, "cifs")]
    monkeypatch.setattr(output, "concerns", lambda _: share)
    _, _, said = lab("serve", study, *local, "--resume")
    assert "Its folder lies on another computer (cifs)" in " ".join(said.split())


def test_serve_always_has_a_pin_to_leave_kiosks(
    lab: Lab, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "_run", lambda *_: None)
    local = ("--address", "127.0.0.1", "--port", "0")

    def host(*more: str) -> str:
        code, said, _ = lab("serve", study, *local, *more)
        assert code == 0, said
        return said

    drawn = re.search(r"PIN to leave a kiosk: (\d{6})", host("--groups", "1"))
    assert drawn
    with Store.read(study) as store:
        first = store.facts.get("exit_pin_hash")
    assert pin_matches(drawn[1], first)
    assert "PIN to leave a kiosk: as before" in host("--resume")
    file = tmp_path / "pin.txt"
    file.write_text("2468\n")
    assert "PIN to leave a kiosk: 2468" in host("--resume", "--exit-pin-file", str(file))
    monkeypatch.setenv(serve.EXIT_PIN, "13579")
    assert "PIN to leave a kiosk: 13579" in host("--resume")
    monkeypatch.delenv(serve.EXIT_PIN)
    assert "as before" in host("--resume")
    with Store.read(study) as store:
        assert pin_matches("13579", store.facts.get("exit_pin_hash"))
    for text, words in (("", "has no PIN"), ("12", "4 to 12 digits")):
        file.write_text(text)
        refused = lab("serve", study, *local, "--resume", "--exit-pin-file", str(file))
        assert_sentence(refused, 2, words)
