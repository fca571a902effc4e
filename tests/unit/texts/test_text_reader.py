from dataclasses import replace
from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.materials import Materials
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.script_settings import NO_SCRIPT, ScriptSettings
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.shipped_parts import RESOURCES
from hcmd_lab.texts.shipped import text_folder
from hcmd_lab.texts.text_reader import TextFolder, read_materials

ALL = ScriptSettings()

QUESTIONS = """
[[question]]
name = "fund"
text = "How many?"
answer = "{example_fund}"

[[question]]
name = "who"
text = "Who?"
options = ["we", "a rule"]
answer = 2
why = "It does."
"""

ITEMS = """
[[item]]
name = "fair"
kind = "likert"
text = "Fair?"
options = ["no", "yes"]
low = 1
high = 7

[[item]]
name = "words"
kind = "text"
text = "Words?"
required = false
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language in ("de", "en"):
        write(tmp_path, "consent.md", f"Consent in {language}.", language)
        write(tmp_path, "instructions.md", "# One\n---\n# Two {rounds}\n\n---\n", language)
        write(tmp_path, "questions.toml", QUESTIONS, language)
        write(tmp_path, "questionnaire.toml", ITEMS, language)
    return tmp_path


def write(folder: Path, name: str, text: str, language: str = "en") -> None:
    (folder / language).mkdir(exist_ok=True)
    (folder / language / name).write_text(text, encoding="utf-8")


def read(
    folder: Path, script: ScriptSettings = ALL, payment: PaymentSettings | None = None
) -> Materials:
    rules = SessionRules(SessionSettings(), script, payment or PaymentSettings())
    return read_materials(TextFolder(folder, "script"), "Study", PAPER_GAME, rules, (6, 2, 6))


def sentence(folder: Path) -> str:
    with pytest.raises(OperatorError) as caught:
        read(folder)
    return str(caught.value)


def test_everything_is_read_in_every_language(folder: Path) -> None:
    materials = read(folder)
    assert list(materials.sheets) == ["en", "de"]
    sheet = materials.sheet("en")
    assert sheet.consent == "Consent in en."
    assert sheet.instructions == ("# One", "# Two 10")
    assert [(q.name, q.options, q.answer) for q in sheet.questions] == [
        ("fund", (), 32),
        ("who", ("we", "a rule"), 2),
    ]
    assert [(i.name, i.kind, i.low, i.high, i.required) for i in sheet.questionnaire] == [
        ("fair", "likert", 1, 7, True),
        ("words", "text", 0, 0, False),
    ]
    assert materials.sheet("de_AT").consent == "Consent in de."
    assert materials.sheet("fr").consent == "Consent in en."


def test_parts_that_are_off_are_not_read(folder: Path) -> None:
    (folder / "en" / "questions.toml").write_text("nonsense")
    materials = read(folder, replace(ALL, control_questions=False))
    assert materials.sheet("en").questions == ()
    assert read(folder, NO_SCRIPT) == Materials({})


def test_the_version_of_the_consent_changes_with_its_wording_alone(folder: Path) -> None:
    first = read(folder).consent_version
    write(folder, "instructions.md", "# Other")
    assert read(folder).consent_version == first
    write(folder, "consent.md", "Consent in deed.", "de")
    assert read(folder).consent_version != first
    assert len(first) == 12


def test_numbers_are_written_as_the_language_writes_them(folder: Path) -> None:
    for language in ("en", "de"):
        text = "{multiplier} {growth} {tail_endowments} {show_up_fee} {coin_value} {currency} {{x}}"
        write(folder, "consent.md", text, language)
    payment = PaymentSettings("CHF", show_up_fee=7.5, coin_value=0.035)
    materials = read(folder, payment=payment)
    assert materials.sheet("en").consent == "1.6 60 2, 6 7.50 0.035 CHF {x}"
    assert materials.sheet("de").consent == "1,6 60 2, 6 7,50 0,035 CHF {x}"


@pytest.mark.parametrize("language", ["en", "de", "he"])
def test_the_shipped_texts_are_right(tmp_path: Path, language: str) -> None:
    rules = SessionRules(script=ALL)
    materials = read_materials(text_folder(tmp_path), "S", PAPER_GAME, rules, (2, 4))
    sheet = materials.sheet(language)
    assert len(sheet.instructions) == 4
    assert len(sheet.questions) == 4
    assert "picture:round" in sheet.instructions[1]
    assert "{" not in "".join((sheet.consent, *sheet.instructions))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("consent.md", "", "script/en/consent.md is empty"),
        ("instructions.md", "---\n", "script/en/instructions.md is empty"),
        ("consent.md", "{coins}", "{coins} is not a known placeholder; the known ones are: study,"),
        ("consent.md", "a { b", "a brace has no partner"),
        ("consent.md", "![](picture:round)", "needs a description"),
        ("consent.md", "![x](photo.png)", "there is no picture photo.png"),
        ("consent.md", 12_001 * "x", "has a page of more than 12,000 characters"),
        (
            "questionnaire.toml",
            "".join(f"[[item]]\nname='a{n}'\nkind='text'\ntext='t'\n" for n in range(11)),
            "at most 40 items fit, 10 of them texts",
        ),
        ("questions.toml", "x =", "script/en/questions.toml is not valid TOML"),
        ("questions.toml", "", "script/en/questions.toml has no entries"),
        ("questions.toml", "[[item]]", "item is unknown; known names are question"),
        ("questions.toml", "[[question]]\nname='a'\nanswer=1", "question 1: text is missing"),
        ("questions.toml", "[[question]]\nname='a'\ntext=1", "text must be a text"),
        (
            "questions.toml",
            "[[question]]\nname='A'\ntext='t'",
            "a name begins with a lower-case letter",
        ),
        ("questions.toml", "[[question]]\nname='a'\ntext='t'\nanswer='x'", "but x is not"),
        (
            "questions.toml",
            "[[question]]\nname='a'\ntext='t'\noptions=['b']\nanswer=1",
            "between 2 and 9 options",
        ),
        (
            "questions.toml",
            "[[question]]\nname='a'\ntext='t'\noptions=['b','c']\nanswer=3",
            "from 1 to 2",
        ),
        (
            "questions.toml",
            "[[question]]\nname='a'\ntext='t'\noptions=['b',2]\nanswer=1",
            "options must be a list of texts",
        ),
        (
            "questions.toml",
            2 * "[[question]]\nname='a'\ntext='t'\nanswer=1\n",
            "question 2: the name a is already used",
        ),
        (
            "questions.toml",
            "[[question]]\nname='a'\ntext='t'\nanswer=1\ntip='h'",
            "tip is unknown",
        ),
        (
            "questionnaire.toml",
            "[[item]]\nname='a'\nkind='scale'\ntext='t'",
            "kind must be one of likert, number, choice, text, not scale",
        ),
        (
            "questionnaire.toml",
            "[[item]]\nname='a'\nkind='likert'\ntext='t'\noptions=['x']\nlow=1\nhigh=5",
            "names of its two ends",
        ),
        (
            "questionnaire.toml",
            "[[item]]\nname='a'\nkind='number'\ntext='t'\nlow=5\nhigh=5",
            "low must be smaller than high",
        ),
        ("questionnaire.toml", "[[item]]\nname='a'\nkind='number'\ntext='t'", "low is missing"),
        (
            "questionnaire.toml",
            "[[item]]\nname='a'\nkind='choice'\ntext='t'\noptions=['x']",
            "between 2 and 30 options",
        ),
        (
            "questionnaire.toml",
            "[[item]]\nname='a'\nkind='text'\ntext='t'\noptions=['x','y']",
            "only a scale or a choice has options",
        ),
        (
            "questionnaire.toml",
            "[[item]]\nname='a'\nkind='text'\ntext='t'\nlow=1",
            "only a scale or a number has low and high",
        ),
        (
            "questionnaire.toml",
            "[[item]]\nname='a'\nkind='text'\ntext='t'\nrequired='no'",
            "required must be true or false",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    folder: Path, name: str, text: str, said: str
) -> None:
    write(folder, name, text)
    assert said in sentence(folder)
    assert "script/en/" in sentence(folder)


@pytest.mark.parametrize(("unseen", "code"), [("\0", "U+0000"), ("\a", "U+0007")])
def test_a_control_character_is_named_with_its_line(folder: Path, unseen: str, code: str) -> None:
    write(folder, "consent.md", f"A\ttab is none.\n\nDo you{unseen} agree?")
    said = f"consent.md, line 3: the character {code} is none that a page can show; delete it."
    assert said in sentence(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "de" / "consent.md").unlink()
    assert sentence(folder).startswith("script/de/consent.md cannot be read")


def test_languages_must_ask_the_same(folder: Path) -> None:
    write(folder, "questions.toml", QUESTIONS.replace("answer = 2", "answer = 1"), "de")
    assert "questions.toml differs between en and de" in sentence(folder)
    write(folder, "questions.toml", QUESTIONS, "de")
    write(folder, "questionnaire.toml", ITEMS.replace("high = 7", "high = 5"), "de")
    assert "questionnaire.toml differs between en and de" in sentence(folder)


def test_folders_are_languages(folder: Path, tmp_path: Path) -> None:
    (folder / "German").mkdir()
    assert "German is not a language code" in sentence(folder)
    empty = tmp_path / "none"
    empty.mkdir()
    assert "has no folder for a language" in sentence(empty)


@pytest.mark.parametrize("language", ["en", "de", "he"])
def test_the_shipped_texts_promise_only_what_comes_true_for_whoever_reads_them(
    language: str,
) -> None:
    """Nobody is told that they have the head's coins, or that the log forgets what they did."""
    folder = RESOURCES / "script" / language
    texts = {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir()}
    yours = {"en": "You have {head", "de": "Sie haben {head", "he": "יש לכם {head"}[language]
    removed = {"en": "removed", "de": "entfernen", "he": "להסיר"}[language]
    alone = {"en": "Nobody else", "de": "Niemand sonst", "he": "איש אחר"}[language]
    for name, text in texts.items():
        assert not [words for words in (yours, removed, alone) if words in text], name
