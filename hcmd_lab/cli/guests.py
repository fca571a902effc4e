"""`hcmd-lab guests`: codes for people who are known by nothing else, and cards with them."""

from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.cli.counted import counted
from hcmd_lab.cli.output import people
from hcmd_lab.guests import MOST_GUESTS, draw_codes, read_guests, write_guests

app = typer.Typer(help="Guest lists of sessions.", no_args_is_help=True)

FileArgument = Annotated[Path, typer.Argument(help="The guest list.", show_default=False)]
CardsOption = Annotated[Path | None, typer.Option(help="Write a PDF with a card for each.")]
LanguageOption = Annotated[str, typer.Option(help="Language of the cards.")]


@app.command("codes")
def codes(
    number: Annotated[int, typer.Argument(min=1, max=MOST_GUESTS, help="How many.")],
    file: FileArgument,
    cards: CardsOption = None,
    language: LanguageOption = "en",
) -> None:
    """Draw codes that cannot be guessed, for a session in which nobody gives a name."""
    drawn = draw_codes(number)
    write_guests(file, drawn)
    people.print(f"{file} holds {counted(number, 'code')}.", soft_wrap=True)
    if cards is not None:
        _write_cards(cards, drawn, language)


@app.command("check")
def check(file: FileArgument, cards: CardsOption = None, language: LanguageOption = "en") -> None:
    """Read a guest list as a session would."""
    guests = read_guests(file)
    people.print(f"{file.name}: {counted(len(guests), 'label')}, from {guests[0]} to {guests[-1]}.")
    if cards is not None:
        _write_cards(cards, guests, language)


def _write_cards(path: Path, guests: tuple[str, ...], language: str) -> None:
    # Other commands draw nothing.
    from ui.figures.application import ensure_application  # noqa: PLC0415
    from ui.figures.cards import save_cards  # noqa: PLC0415
    from ui.language import SOURCE_LANGUAGE, install_language  # noqa: PLC0415

    if language != SOURCE_LANGUAGE:
        install_language(ensure_application(), language)
    save_cards(path, guests)
    people.print(f"Cards: {path}", soft_wrap=True)
