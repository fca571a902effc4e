"""The licences of what a packaged program holds, as files in it and as a list for machines."""

import json
import shutil
import uuid
from importlib.metadata import version
from pathlib import Path

from bundled import OWN, TEXTS, Part, bundled
from programs import Program

ROOT = Path(__file__).parents[1]
FOLDER = "licences"
QT = """\
Qt and PySide are used under the GNU Lesser General Public License, version 3, and zeroconf under
its version 2.1 or later. Symbols for debuggers aside they are unchanged, and stand in files of
their own: in _internal/PySide6, _internal/shiboken6 and _internal/zeroconf. You may replace these
files by your own builds of the same version; the program then runs with them. Their sources are
those that their makers publish for the versions named below. Nothing in the licence of HCMD Lab
forbids to take the program apart in order to find faults in such a change.
"""


def write_notices(program: Program) -> list[Part]:
    """Put the texts of all licences into a program's folder; returns the parts they are of.

    A second call replaces what the first has written.
    """
    parts = bundled(program)
    place = program.folder / FOLDER
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    shutil.copy(ROOT / "LICENSE", place / "hcmd-lab.txt")
    shutil.copy(ROOT / "resources" / "fonts" / "OFL.txt", place / "fonts.txt")
    for part in parts:
        for text in part.texts:
            of_all = text.parent == TEXTS and text.stem.endswith("GPL-3.0")
            shutil.copy(text, place / (text.name if of_all else f"{part.name}-{text.name}"))
    rows = [f"{part.name} {part.version}: {part.licence or 'see its text'}" for part in parts]
    (place / "NOTICES.txt").write_text(
        f"HCMD Lab {version(OWN)} is under the Apache License 2.0. It holds works of others, each\n"
        "under its own licence; the texts stand beside this file.\n\n"
        + QT + "\nThe type faces Inter and Noto Sans Hebrew: SIL Open Font License 1.1\n"
        + "".join(f"{row}\n" for row in rows),
        encoding="utf-8",
    )  # fmt: skip
    return parts


def write_bill(program: Program, parts: list[Part], target: Path) -> None:
    """Write the parts of a program as a bill of materials, CycloneDX 1.5."""
    name, own = program.folder.name, version(OWN)
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{name}@{own} {parts}')}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "name": name, "version": own,
                "bom-ref": f"pkg:generic/{name}@{own}",
            }
        },
        "components": [
            {
                "type": "library", "name": part.name, "version": part.version, "purl": part.purl,
                "bom-ref": part.purl,
                "licenses": [{"license": {"name": part.licence or "see its text"}}],
            }
            for part in parts
        ],
    }  # fmt: skip
    target.write_text(json.dumps(bill, indent=2) + "\n", encoding="utf-8")
