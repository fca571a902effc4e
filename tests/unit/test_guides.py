"""The guides: what they quote stands in the windows, both languages say the same."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import platformdirs
import pytest

from hcmd_lab.log_folder import log_folder
from hcmd_lab.network.lab_identity import identity_folder
from ui.control.preferences import usual_file
from ui.kiosk.options import parse_options

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GUIDES = ("experimenter-guide", "lab-manager-guide")
QUOTING = (*GUIDES, "quick-start", "troubleshooting", "coming-from")
"""Pages whose words in italics are texts of the windows."""

QUOTED = re.compile(r"(?<![*\w])\*([^*\n]+(?:\n[^*\n]+)?)\*(?!\*)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
BLOCK = re.compile(r"^```\w*\n.*?^```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"`((?:hcmd-lab|hcmd-kiosk|--)[^`]*)`")
LINKED = re.compile(r"\]\(([^)#\s]+)")


def plain(text: str) -> str:
    """A text as a page quotes it: without its key and what only says that a question follows."""
    return " ".join(text.replace("&", "").replace("…", "").split())


def translations() -> dict[str, set[str]]:
    """German of each of the program's texts, both as pages quote them."""
    found: dict[str, set[str]] = {}
    tree = ElementTree.parse(ROOT / "resources" / "translations" / "hcmd_de.ts")  # noqa: S314 - ours
    for message in tree.iter("message"):
        source, german = message.findtext("source"), message.findtext("translation")
        found.setdefault(plain(source or ""), set()).add(plain(german or ""))
    return found


GERMAN = translations()
SPOKEN = {each for several in GERMAN.values() for each in several}
STEP = "{step}"
for template, words in list(GERMAN.items()):
    if STEP in template:  # a button that names a step
        for step in ("MODEL", "OPTIMIZE", "CONVERGENCE"):
            filled = {each.replace(STEP, step) for each in words}
            GERMAN[template.replace(STEP, step)] = filled
            SPOKEN |= filled
ENGLISH = set(GERMAN)


def text_of(page: str) -> str:
    return (DOCS / f"{page}.md").read_text("utf-8")


def quoted(page: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Each quoted window text, and the place in a menu or panel that it is part of."""
    for place in QUOTED.findall(CODE.sub("", text_of(page))):
        whole = plain(place)
        for part in [whole] if whole in known else whole.split(", "):
            yield part, whole


@pytest.mark.parametrize("page", QUOTING)
def test_what_a_page_quotes_stands_in_a_window(page: str) -> None:
    assert [(part, place) for part, place in quoted(page, ENGLISH) if part not in ENGLISH] == []


@pytest.mark.parametrize("page", GUIDES)
def test_what_a_german_page_quotes_stands_in_a_german_window(page: str) -> None:
    german = [part for part, _ in quoted(f"{page}.de", SPOKEN)]
    assert [part for part in german if part not in SPOKEN] == []
    english = {part for part, _ in quoted(page, ENGLISH)}
    assert [part for part in english if GERMAN[part].isdisjoint(german)] == []
    meant = {word for part in english for word in GERMAN[part]}
    assert [part for part in german if part not in meant] == [], "only in the German page"


def structure(page: str) -> list[str]:
    """Its headings, tables, lists, pictures and blocks of code, as far as both languages agree."""
    kinds = {"#": "heading", "|": "row", "!": "picture", "-": "item"}
    found = []
    for line in BLOCK.sub("CODE", text_of(page)).splitlines():
        begin = line.lstrip()
        if begin.startswith("#"):
            found.append(begin.split(" ")[0])
        elif begin == "CODE" or re.match(r"\d\. ", begin):
            found.append("code" if begin == "CODE" else "number")
        elif begin[:1] in kinds and (begin[0] != "-" or begin.startswith("- ")):
            columns = begin.count("|")
            found.append(f"{kinds[begin[0]]} {columns if begin[0] == '|' else ''}".strip())
    return found


@pytest.mark.parametrize("page", GUIDES)
def test_both_languages_are_built_alike(page: str) -> None:
    german, english = f"{page}.de", page
    assert structure(german) == structure(english)
    assert sorted(COMMAND.findall(text_of(german))) == sorted(COMMAND.findall(text_of(english)))
    code = [re.sub(r"#.*", "", each) for each in BLOCK.findall(text_of(english))]
    assert [re.sub(r"#.*", "", each) for each in BLOCK.findall(text_of(german))] == code
    links = [
        link.replace(".de.md", ".md").replace("/german/", "/light/")
        for link in LINKED.findall(text_of(german))
    ]
    assert sorted(links) == sorted(LINKED.findall(text_of(english)))


WORDS = {
    r"lab computer": r"Laborrechner",
    r"experimenter": r"Versuchsleitung",
    r"set(s)? aside": r"[Bb]eiseite",
    r"endowments?": r"Ausstattung",
    r"labels?": r"Kennung",
    r"seed": r"Startwert",
    r"number of updates": r"Updates",
    r"iterations?": r"Durchg[aä]ng",
    r"coins?": r"Münze",
    r"fund": r"Fonds",
    r"receipts?": r"Quittung",
    r"paired": r"[Kk]oppel",
    r"conditions?": r"Bedingung",
    r"the paper's game|paper.s (vote )?share": r"Artikel",
    r"synchronised?": r"synchronisier",
    r"import(ed|s)?": r"importier|eingelesen|Import",
    r"show-up fee": r"fürs Kommen",
    r"backups?": r"Sicherung",
    r"stations?": r"Platz|Plätze",
    r"mechanisms?": r"Mechanism",
    r"groups?": r"Gruppe",
    r"participant list": r"Teilnehmerliste",
    r"pairing code": r"Kopplungscode",
    r"questionnaire": r"Fragebogen",
    r"control questions?": r"Kontrollfrage",
    r"instructions": r"Anleitung",
    r"registration": r"Registrierung",
    r"bundle": r"Bündel",
    r"contrasts?": r"Vergleich",
    r"stages?": r"Abschnitt",
    r"sessions?": r"Sitzung",
}
"""What the guides speak of, and the word for it that the German window has."""

PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:\d\. |- |\|))")


def paragraphs(page: str) -> list[str]:
    """Its paragraphs, rows and items, without what stands in code and where links lead."""
    text = re.sub(r"`[^`]*`|\]\([^)]*\)", "", BLOCK.sub("CODE", text_of(page)))
    return [each for each in PARAGRAPH.split(text) if each.strip()]


def said(word: str, text: str) -> bool:
    """Whether an English text has a word itself, not only a value that is filled in."""
    return bool(re.search(rf"\b(?:{word})\b(?!\}})", text, re.IGNORECASE))


@pytest.mark.parametrize("word", WORDS)
def test_a_german_guide_has_the_word_of_the_german_window(word: str) -> None:
    shown = [german for english, several in GERMAN.items() if said(word, english)
             for german in several]  # fmt: skip
    is_so = [bool(re.search(WORDS[word], each)) for each in shown]
    assert sum(is_so) >= 0.8 * len(is_so) > 0, "the window has another word"
    for page in GUIDES:
        for english, german in zip(paragraphs(page), paragraphs(f"{page}.de"), strict=True):
            if said(word, english):
                assert re.search(WORDS[word], german), f"{page}: {german}"


@pytest.mark.parametrize("page", GUIDES)
def test_both_languages_tell_the_same_numbers(page: str) -> None:
    for english, german in zip(paragraphs(page), paragraphs(f"{page}.de"), strict=True):
        told = [sorted(re.findall(r"\d+(?:[.,]\d+)*", each)) for each in (english, german)]
        assert told[0] == told[1], f"{english}\n{german}"


KEY = re.compile(r"\*([^*\n]+)\* \((F\d+|Ctrl\+\w+)\)")
PRESSED = re.compile(r"\b(?:Ctrl|Alt|Shift)\+[\w+]+")
GERMAN_KEYS = {"Strg": "Ctrl", "Umschalt": "Shift", "Entf": "Del"}


@pytest.mark.parametrize("page", GUIDES)
def test_both_languages_tell_the_same_keys(page: str) -> None:
    german = re.sub("|".join(GERMAN_KEYS), lambda each: GERMAN_KEYS[each[0]], text_of(f"{page}.de"))
    assert PRESSED.findall(german) == PRESSED.findall(text_of(page))
    told = [({german}, key) for german, key in KEY.findall(german)]
    meant = [(GERMAN[plain(text)], key) for text, key in KEY.findall(text_of(page))]
    assert [(each, key) for (each, key), (those, _) in zip(told, meant, strict=True)
            if not each <= those] == []  # fmt: skip
    assert [key for _, key in told] == [key for _, key in meant]


@pytest.mark.parametrize("page", ["lab-manager-guide", "lab-manager-guide.de"])
def test_files_are_written_where_the_guide_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("HCMD_LAB_IDENTITY", raising=False)
    written = (
        usual_file().parent,
        log_folder(),
        identity_folder(),
        platformdirs.user_cache_path("hcmd-lab", appauthor=False),  # as learning/fused has it
        parse_options([]).state,
    )
    told = re.findall(r"^\|[^|]+\| `~/([^`]+)`", text_of(page), re.MULTILINE)
    assert told == [path.relative_to(tmp_path).as_posix() for path in written]
