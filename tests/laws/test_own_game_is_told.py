"""What is said of a study's own game has its numbers, and none of the paper's."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.insight.explanation import explain_condition
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.lacking import lacking
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.registration import plan_now
from hcmd_lab.study.session_contents import Content, SessionContents
from hcmd_lab.study.settings import game_of
from hcmd_lab.study.status import Step, StudyStatus
from hcmd_lab.study.study import Study
from hcmd_lab.telling.game import caution_in_words, game_in_words
from hcmd_lab.telling.insight import rule_sentences
from hcmd_lab.telling.known_languages import PARTICIPANT_LANGUAGES
from hcmd_lab.telling.language import speak
from hcmd_lab.telling.mechanism_names import each_tail_has
from hcmd_lab.telling.model_data import model_data_in_words
from hcmd_lab.telling.registration import registration_text
from hcmd_lab.telling.session_contents import content_words
from hcmd_lab.telling.translate import translate
from hcmd_lab.texts.shipped import text_folder
from hcmd_lab.texts.text_reader import read_materials

RULES = SessionRules(
    script=ScriptSettings(
        consent=True, instructions=True, control_questions=True, questionnaire=True,
        practice_rounds=3,
    )
)  # fmt: skip
GAMES = {
    "three": {"rounds": 7, "growth": 1.9, "tails": 2, "head_endowment": 13,
              "tail_endowments": (9, 17)},
    "five, alike, one round": {"rounds": 1, "growth": 1.33, "tails": 4, "head_endowment": 7,
                               "tail_endowments": (7,)},
    "six, a poor head": {"rounds": 12, "growth": 2.5, "tails": 5, "head_endowment": 1,
                         "tail_endowments": (20,)},
}  # fmt: skip
OF_THE_PAPER = re.compile(
    r"1[.,]6\b|\b10 (rounds|Runden)|\b(groups?|group) of (4|four)\b|\bfour\b|\bvier\b|ארבע"
    r"|\b(3|three|drei) (tails|others|Übrigen)|2, 4, 6, 8|\b0[.,]4\b|\b60 ?%|28.105",
    re.IGNORECASE,
)


def numbers_in(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)?", text))


def own_game(name: str) -> Game:
    return game_of(make_settings("quick", GAMES[name]))


@pytest.mark.parametrize("language", PARTICIPANT_LANGUAGES)
@pytest.mark.parametrize("name", GAMES)
def test_texts_have_the_numbers_of_the_game(name: str, language: str) -> None:
    game = own_game(name)
    read = read_materials(text_folder(Path("none")), "S", game, RULES, game.tail_endowments)
    sheet = read.sheet(language)
    instructions = "\n".join(sheet.instructions)
    asked = "\n".join(
        part for each in sheet.questions for part in (each.text, *each.options, each.why, each.hint)
    )
    fund = next(each for each in sheet.questions if each.name == "fund")
    (coins,) = numbers_in(fund.text)
    assert int(coins) * game.multiplier_percent == 100 * fund.answer
    factor = f"{game.multiplier:g}"
    known = {
        game.seats, 3, game.rounds, RULES.script.practice_rounds, game.head_endowment,
        *game.tail_endowments, int(coins), fund.answer, 1, 2,
    }  # fmt: skip
    allowed = {str(each) for each in known} | {factor, factor.replace(".", ",")}
    allowed |= numbers_in(f"{RULES.payment.show_up_fee:.2f} {RULES.payment.coin_value:.2f}")
    allowed |= {each.replace(".", ",") for each in allowed}
    told = re.sub(r"(?m)^\d\. ", "", f"{instructions}\n{asked}\n{sheet.consent}")
    told = told.replace(f"{float(RULES.payment.round_to):.2f}", "").replace("1.00", "")
    assert numbers_in(told) - allowed <= numbers_in(f"{RULES.payment.round_to}") | {"0,50", "0.50"}
    assert not OF_THE_PAPER.search(told)
    for needed in (game.seats, game.head_endowment, *game.tail_endowments):
        assert str(needed) in numbers_in(instructions)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", GAMES)
def test_what_an_experimenter_reads_has_none_of_the_papers_numbers(
    name: str, language: str, tmp_path: Path, qapp: QApplication
) -> None:
    game = own_game(name)
    speak(qapp, language)
    try:
        with make_study(tmp_path / "study", make_settings("quick", GAMES[name])) as store:
            plan = "\n".join(registration_text(plan_now(Study(store))))
        told = f"{game_in_words(game)}\n{caution_in_words(game, simulated=True)}\n{plan}"
    finally:
        speak(qapp, "en")
    assert not OF_THE_PAPER.search(told)
    for needed in (game.seats, game.rounds, game.head_endowment, *game.tail_endowments):
        assert str(needed) in numbers_in(game_in_words(game))
        assert str(needed) in numbers_in(plan)
    factor = f"{game.multiplier:g}"
    assert {factor, factor.replace(".", ",")} & numbers_in(plan)


@pytest.mark.parametrize("language", PARTICIPANT_LANGUAGES)
def test_the_papers_numbers_are_found_where_they_are(language: str) -> None:
    game = game_of(make_settings("quick", {}))
    read = read_materials(text_folder(Path("none")), "S", game, RULES, game.tail_endowments)
    assert OF_THE_PAPER.search("\n".join(read.sheet(language).instructions))


ROLES = re.compile(r"\b(heads?|tails?|Kopf|Köpfe|Übrigen?|übrigen)\b")


def conditions_told(folder: Path, own: dict[str, object]) -> list[str]:
    """What is said of a study's conditions, before groups play and after."""
    with make_study(folder, make_settings("quick", own)) as store:
        study = Study(store)
        game = study.game
        texts = read_materials(text_folder(Path("none")), "S", game, RULES, game.tail_endowments)
        pair = (("first", "second"),)
        contents = SessionContents(
            "acquire", game, game.tail_endowments, pair, RULES, texts, 0, simulated=False
        )
        plan = "\n".join(registration_text(plan_now(study)))
        now = StudyStatus(1, Step.MODEL, 4, 0, Sentence("MODEL"))
        lacks = lacking(now, replace(study.model_data(1), groups=4), study.game.rounds)
        first, *_ = study.game.tail_endowments
        policy = freeze(BASELINES["libertarian"], study.game)
        rule = rule_sentences(explain_condition(policy, first, {}))[0]
        return [
            *(translate(each) for each in lacks if "coins per round" in str(each)),
            content_words(contents, Content.GROUPS),
            model_data_in_words(study.model_data(1)),
            next(line for line in plan.splitlines() if str(study.game.seats) in line),
            translate(rule).partition(",")[0],
            each_tail_has(first, is_first=True, head_endowment=study.game.head_endowment),
        ]


@pytest.mark.parametrize("language", ["en", "de"])
def test_where_everyone_has_the_same_coins_conditions_are_not_told_by_tails(
    language: str, tmp_path: Path, qapp: QApplication
) -> None:
    speak(qapp, language)
    try:
        alike = conditions_told(tmp_path / "alike", GAMES["five, alike, one round"])
        other = conditions_told(tmp_path / "other", GAMES["three"])
    finally:
        speak(qapp, "en")
    assert len(alike) == len(other) == 6
    assert [each for each in alike if ROLES.search(each)] == []
    assert [each for each in alike if "7" not in each] == []
    # The words are those by which other conditions are told apart.
    assert len([each for each in other if ROLES.search(each)]) >= 5
