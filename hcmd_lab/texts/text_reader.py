"""Reads the texts of a session: one folder per language, the same questions in each."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hcmd_lab.bounded_reader import require_within
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import read_text, unreadable
from hcmd_lab.game.materials import Item, Materials, Question, Sheet
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.sentence import Sentence
from hcmd_lab.texts.conditional_lines import true_lines
from hcmd_lab.texts.filling import filled
from hcmd_lab.texts.markdown import checked_markdown
from hcmd_lab.texts.questionnaire import read_questionnaire
from hcmd_lab.texts.questions import read_questions
from hcmd_lab.texts.text_numbers import conditions_of, numbers_of
from hcmd_lab.texts.text_pictures import SHARED, PictureFiles
from hcmd_lab.typed_text import control_character

CONSENT, INSTRUCTIONS = "consent.md", "instructions.md"
QUESTIONS, QUESTIONNAIRE = "questions.toml", "questionnaire.toml"

MAX_CHARACTERS = 12_000
"""Of a page: it travels to the station in one message."""

_FIRST = "en"
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_PAGE_BREAK = re.compile(r"^---+[ \t]*$", re.MULTILINE)
_VERSION_DIGITS = 12


@dataclass(frozen=True, slots=True)
class TextFolder:
    """A folder of texts.

    Attributes:
        path: Holds a folder for each language.
        shown: Its name in error messages; empty for the path.
    """

    path: Path
    shown: str = ""

    def languages(self) -> tuple[str, ...]:
        """Codes of the available languages, English first, which is the fallback.

        Raises:
            OperatorError: There is none, or a folder is not named by a language.
        """
        found = sorted(
            each.name for each in self.path.iterdir() if each.is_dir() and each.name != SHARED
        )
        for name in found:
            if not _LANGUAGE.fullmatch(name):
                raise OperatorError(
                    "{folder}: {name} is not a language code, such as en, de or pt_BR.",
                    folder=self.shown or self.path,
                    name=name,
                )
        if not found:
            raise OperatorError(
                "{folder} has no folder for a language, such as en.", folder=self.shown or self.path
            )
        return tuple(sorted(found, key=lambda name: (name != _FIRST, name)))

    def pictures(self, language: str, found: dict[str, bytes]) -> PictureFiles:
        """The pictures that a language's texts may show; those used are added to `found`."""
        return PictureFiles((self.path / language, self.path / SHARED), found, self.path)

    def file(self, language: str, name: str) -> tuple[Path, str]:
        """A file of a language, and its name for error messages.

        Raises:
            OperatorError: It lies elsewhere: a link leads out of the folder.
        """
        path, shown = self.path / language / name, f"{language}/{name}"
        shown = f"{self.shown}/{shown}" if self.shown else shown
        try:
            require_within(path, self.path)
        except OSError as error:
            raise unreadable(shown, error) from error
        return path, shown


def read_materials(
    folder: TextFolder,
    study: str,
    game: Game,
    rules: SessionRules,
    tail_endowments: Iterable[int],
    pictures: dict[str, bytes] | None = None,
) -> Materials:
    """Everything that participants of a session will read and be asked, in every language.

    Args:
        folder: The folder of the texts.
        study: Name of the study.
        game: The parameters of the game.
        rules: The session's settings; parts that are off are not read.
        tail_endowments: Tail endowments of its groups.
        pictures: Gets the pictures that the texts show, by their SHA-256.

    Raises:
        OperatorError: A file is missing or not right; the sentence says which and why.
    """
    script = rules.script
    if not any((script.consent, script.instructions, script.control_questions,
                script.questionnaire)):  # fmt: skip
        return Materials({})
    endowments = tuple(tail_endowments)
    found: dict[str, bytes] = {} if pictures is None else pictures
    sheets = {
        language: _sheet(
            folder,
            language,
            script,
            numbers_of(study, game, rules, endowments, language),
            conditions_of(rules, game, endowments),
            found,
        )
        for language in _chosen(folder, script)
    }
    _check_alike(sheets)
    return Materials(sheets, _version(sheets) if script.consent else "", tuple(sorted(found)))


def _chosen(folder: TextFolder, script: ScriptSettings) -> tuple[str, ...]:
    """The languages of the session.

    Raises:
        OperatorError: There are no texts in one of them.
    """
    known = folder.languages()
    for code in script.language_codes:
        if code not in known:
            raise OperatorError(
                "There are no texts in {language}, only in: {languages}. Copy one of them and "
                "translate it.",
                language=code,
                languages=", ".join(known),
            )
    return script.language_codes or known


def _sheet(
    folder: TextFolder,
    language: str,
    script: ScriptSettings,
    values: Mapping[str, str],
    conditions: Mapping[str, bool],
    found: dict[str, bytes],
) -> Sheet:
    sheet, pictures = Sheet(), folder.pictures(language, found)
    if script.consent:
        text = _text(*folder.file(language, CONSENT), values, conditions, pictures)
        sheet = replace(sheet, consent=text)
    if script.instructions:
        text = _text(*folder.file(language, INSTRUCTIONS), values, conditions, pictures)
        pages = [page.strip() for page in _PAGE_BREAK.split(text)]
        sheet = replace(sheet, instructions=tuple(page for page in pages if page))
    if script.control_questions:
        questions = read_questions(*folder.file(language, QUESTIONS), values, pictures)
        sheet = replace(sheet, questions=questions)
    if script.questionnaire:
        items = read_questionnaire(*folder.file(language, QUESTIONNAIRE), values)
        sheet = replace(sheet, questionnaire=items)
    return sheet


def _text(
    file: Path,
    shown: str,
    values: Mapping[str, str],
    conditions: Mapping[str, bool],
    pictures: PictureFiles,
) -> str:
    place = Sentence("{file}", file=shown)
    written = read_text(file, shown)
    if (found := control_character(written.replace("\t", " "))) is not None:
        raise OperatorError(
            "{file}, line {line}: the character {code} is none that a page can show; delete it.",
            file=shown,
            line=written.count("\n", 0, found[0]) + 1,
            code=found[1],
        )
    text = true_lines(written, conditions, place).strip()
    if not text.strip("- \n"):
        raise OperatorError("{file} is empty; write its text or switch this part off.", file=shown)
    if max(map(len, _PAGE_BREAK.split(text))) > MAX_CHARACTERS:
        raise OperatorError(
            "{file} has a page of more than {most} characters; start a new page with a line of "
            "---.",
            file=shown,
            most=MAX_CHARACTERS,
        )
    return checked_markdown(filled(text, values, place), place, pictures)


def _check_alike(sheets: Mapping[str, Sheet]) -> None:
    """Check that all languages ask the same, so that answers can be compared."""
    (first, pattern), *others = sheets.items()
    for language, sheet in others:
        if [_key(each) for each in sheet.questions] != [_key(each) for each in pattern.questions]:
            raise _unlike(first, language, QUESTIONS)
        if [_shape(each) for each in sheet.questionnaire] != [
            _shape(each) for each in pattern.questionnaire
        ]:
            raise _unlike(first, language, QUESTIONNAIRE)


def _key(question: Question) -> tuple[object, ...]:
    return question.name, len(question.options), question.answer


def _shape(item: Item) -> tuple[object, ...]:
    return item.name, item.kind, len(item.options), item.low, item.high, item.required, item.about


def _unlike(first: str, other: str, file: str) -> OperatorError:
    return OperatorError(
        "{file} differs between {first} and {other}: names, order, number of options, right "
        "answers and limits must be the same in every language.",
        file=file,
        first=first,
        other=other,
    )


def _version(sheets: Mapping[str, Sheet]) -> str:
    """Identifier of the consent's wording in all languages."""
    digest = hashlib.sha256()
    for language, sheet in sorted(sheets.items()):
        digest.update(f"{language}\0{sheet.consent}\0".encode())
    return digest.hexdigest()[:_VERSION_DIGITS]
