"""What participants read, as files: consent, instructions, questions and questionnaire."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from hcmd_lab.files import atomic_write, make_folder
from hcmd_lab.game.materials import Item, Materials, Question, Sheet
from hcmd_lab.storage.store import Store

FOLDER = "materials"
PICTURES = "pictures"


def write_materials(store: Store, folder: Path, shown: Mapping[str, Materials]) -> dict[str, str]:
    """Write each wording once, in every language, with its pictures.

    Args:
        store: The study, for the pictures.
        folder: The package.
        shown: What was shown, by session.

    Returns:
        The folder of each session's texts, as a path in the package; none of sessions without.

    Raises:
        OSError: They cannot be written.
    """
    known: list[Materials] = []
    places: dict[str, str] = {}
    for session, materials in shown.items():
        if not any(_has_text(sheet) for sheet in materials.sheets.values()):
            continue
        if materials not in known:
            known.append(materials)
            _write(store, folder / FOLDER / f"wording-{len(known)}", materials)
        places[session] = f"{FOLDER}/wording-{known.index(materials) + 1}"
    return places


def _has_text(sheet: Sheet) -> bool:
    return bool(sheet.consent or sheet.instructions or sheet.questions or sheet.questionnaire)


def _write(store: Store, place: Path, materials: Materials) -> None:
    for language, sheet in materials.sheets.items():
        if _has_text(sheet):
            make_folder(place)
            text = "\n".join(_page(sheet))
            atomic_write(place / f"{language}.md", text.encode("utf-8"))
    for sha256 in materials.pictures:
        data = store.learned.picture(sha256)
        if data is not None:
            make_folder(place / PICTURES)
            atomic_write(place / PICTURES / sha256, data)


def _page(sheet: Sheet) -> Iterator[str]:
    if sheet.consent:
        yield from ("# Consent", "", sheet.consent, "")
    for number, text in enumerate(sheet.instructions, start=1):
        yield from (f"# Instructions, page {number}", "", text, "")
    for question in sheet.questions:
        yield from _question(question)
    for item in sheet.questionnaire:
        yield from _item(item)


def _question(question: Question) -> Iterator[str]:
    yield from (f"# Control question: {question.name}", "", question.text, "")
    for number, option in enumerate(question.options, start=1):
        yield f"{number}. {option}"
    yield from ("", f"Right answer: {question.answer}", "")
    if question.hint:
        yield from (f"Hint: {question.hint}", "")
    if question.why:
        yield from (f"After a wrong answer: {question.why}", "")


def _item(item: Item) -> Iterator[str]:
    yield from (f"# Questionnaire: {item.name}", "", item.text, "")
    if item.kind in ("likert", "number"):
        yield from (f"From {item.low} to {item.high}.", "")
    for number, option in enumerate(item.options, start=1):
        yield f"{number}. {option}"
    yield from ("", "Required." if item.required else "May be left out.", "")
