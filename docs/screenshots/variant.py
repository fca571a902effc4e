"""Takes every picture of one variant; Qt takes its scale and platform from the environment."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from docs.screenshots.control_dialogs import dialogs
from docs.screenshots.control_sessions import sessions
from docs.screenshots.control_studies import studies
from docs.screenshots.control_training import training
from docs.screenshots.kiosk_pages import kiosk_pages
from docs.screenshots.studies import PLACE
from docs.screenshots.studio import PREFERENCES
from docs.screenshots.taking import save
from docs.screenshots.variants import VARIANTS
from hcmd_lab.telling.known_languages import PARTICIPANT_LANGUAGES
from hcmd_lab.telling.language import install_language
from ui.look.style import apply_look


def main() -> None:
    """Take the variant of this name into this folder."""
    name, images = sys.argv[1], Path(sys.argv[2])
    variant = next(each for each in VARIANTS if each.name == name)
    application = QApplication(sys.argv[:1])
    install_language(application, variant.language)
    apply_look(application, variant.theme)
    folder = images / variant.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    PREFERENCES.unlink(missing_ok=True)  # an earlier variant may have left what it knew
    for page, image in kiosk_pages(variant.kiosk_size):
        save(image, folder / f"kiosk-{page}.png")
    if variant.language in PARTICIPANT_LANGUAGES:
        return
    for page, image in _control():
        save(image, folder / f"control-{page}.png")


def _control() -> Iterator[tuple[str, QImage]]:
    """Each part of the control window changes its studies; the next one has fresh ones."""
    for part in (studies, dialogs, sessions, training):
        with tempfile.TemporaryDirectory() as kept:
            untouched = Path(kept) / "studies"
            shutil.copytree(PLACE, untouched)
            yield from part()
            shutil.rmtree(PLACE)
            shutil.copytree(untouched, PLACE)


if __name__ == "__main__":
    main()
