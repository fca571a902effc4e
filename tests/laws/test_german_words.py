"""German has one word for one thing, in the windows and in the guides; a second is a mistake."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs").glob("*.de.md"))
CODE_AND_LINKS = re.compile(r"```.*?```|`[^`]*`|\[[^\]]*\]\([^)]*\)", re.DOTALL)

CHOSEN = {
    r"Kontrast": "Vergleich",
    r"Publikation": "Artikel",
    r"Laborcomputer|Hauptrechner|Leitrechner": "Laborrechner",
    r"Prüfsumme": "Hash",
    r"Iteration": "Durchgang",
    r"Startzahl": "Startwert",
    r"Teilnahmeliste|Gästeliste": "Teilnehmerliste",
    r"Backup|Sicherungskopie": "Sicherung",
    r"Proband|Versuchsperson": "Teilnehmende",
    r"Versuchsleiter|Experimentator": "Versuchsleitung",
    r"Paarung|Pairing": "Kopplung",
    r"Etikett|\bLabels?\b": "Kennung",
    r"\bLogs?\b|Logbuch": "Protokoll",
    r"\bTopf\b|Gemeinschaftskonto": "Fonds",
    r"Geldeinheit|\bTaler\b": "Münze",
}
"""Words that stand nowhere, and the one that stands for what they would mean."""

BY_ENGLISH = [
    ("seat", r"\bseats?\b", r"\b[Pp]l[aä]tz", r"station|\bplaces?\b|\bspace\b"),
    ("station", r"\bstations?\b", r"\bSitz(?!ung)", r"\bseat|\bsit\b"),
    ("stage", r"\bstages?\b", r"\bStufe|\bPhase", r"\bphase"),
]
"""A thing, how English names it, the German words of another thing, and what English that names it
too."""


def told() -> Iterator[tuple[str, str]]:
    """Every text of the windows in English, with each of its German forms."""
    file = ROOT / "resources" / "translations" / "hcmd_de.ts"
    for message in ElementTree.parse(file).iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        assert translation is not None
        english = re.sub(r"\{\w*\}", "", message.findtext("source", ""))
        forms = [form.text or "" for form in translation.iter("numerusform")]
        for german in forms or [translation.text or ""]:
            yield english, german.replace("&", "")


def test_there_is_something_to_judge() -> None:
    assert len(list(told())) > 3000
    assert len(GUIDES) == 2


@pytest.mark.parametrize("word", CHOSEN)
def test_no_text_has_another_word_than_the_one_chosen(word: str) -> None:
    texts = [german for _, german in told()]
    texts += [CODE_AND_LINKS.sub("", guide.read_text("utf-8")) for guide in GUIDES]
    assert any(CHOSEN[word] in each for each in texts), "nothing says the word that was chosen"
    found = [each[:300] for each in texts if re.search(word, each)]
    assert found == [], f"say {CHOSEN[word]}"


@pytest.mark.parametrize(
    ("english", "of_another", "if_not"), [each[1:] for each in BY_ENGLISH],
    ids=[each[0] for each in BY_ENGLISH],
)  # fmt: skip
def test_no_word_stands_for_two_things(english: str, of_another: str, if_not: str) -> None:
    judged = [
        (source, german)
        for source, german in told()
        if re.search(english, source, re.IGNORECASE)
        and not re.search(if_not, source, re.IGNORECASE)
    ]
    assert len(judged) > 20
    assert [each for each in judged if re.search(of_another, each[1])] == []
