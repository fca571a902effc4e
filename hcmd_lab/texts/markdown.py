"""The Markdown that texts may use, so that they look the same everywhere."""

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.picture_names import shown_pictures
from hcmd_lab.sentence import Sentence
from hcmd_lab.texts.text_pictures import PictureFiles
from hcmd_lab.texts.text_tables import check_tables


def checked_markdown(text: str, place: Sentence, pictures: PictureFiles) -> str:
    """The text with its pictures renamed by their content.

    Raises:
        OperatorError: A picture is missing, cannot be shown or has no description, or a table is
            too large for a screen.
    """
    check_tables(text, place)
    parts, taken = [], 0
    for shown in shown_pictures(text):
        target = pictures.target(shown.name, place)
        if not shown.description.strip():
            raise OperatorError(
                "{place}: the picture {name} needs a description for those who cannot see it: "
                "![what it shows]({name}).",
                place=place,
                name=shown.name,
            )
        parts += [text[taken : shown.start], f"![{shown.description}]({target})"]
        taken = shown.end
    return "".join([*parts, text[taken:]])
