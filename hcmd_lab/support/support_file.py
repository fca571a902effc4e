"""The support file: what somebody who helps has to see, packed, with a page that lists it."""

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.computer import usable_cores, user_name
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_file
from hcmd_lab.log_folder import CRASH_LOG, WINDOW_LOG
from hcmd_lab.storage.file_system import concerns
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.versions import software_versions
from hcmd_lab.study.study import Study
from hcmd_lab.support.redaction import Redaction, event_outline, without_words
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.system_libraries import Purpose, missing
from hcmd_lab.zip_members import zip_member

CONTENTS = "CONTENTS.txt"
_NEWEST_BYTES = 2_000_000
_EVENTS_A_STEP = 1_000

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Part:
    """A file within the support file: its name, what it is, and its text, piece by piece."""

    name: str
    what: str
    pieces: Iterator[str]


def write_support_file(
    target: Path,
    folder: Path | None,
    logs: Path,
    on_progress: OnProgress = lambda done, total: None,
) -> list[str]:
    """Write a support file.

    What is left out: labels, answers, texts, reasons, coins, votes and pay of participants, names
    of this computer's user, and paths in the user's folder.

    Args:
        target: The file; it is replaced.
        folder: A study to tell about; None for none.
        logs: Folder of the window's logs.
        on_progress: Told how many events of the study's log are packed, and how many there are; may
            raise to end the work, and then nothing is written.

    Returns:
        Names of the files in it.

    Raises:
        OperatorError: The study cannot be read, or the file cannot be written.
    """
    if folder is None:
        return _pack(target, _of_computer(Redaction((), user_name(), Path.home()), logs))
    with Store.read(folder) as store:
        labels = store.private.labels().values()
        redaction = Redaction(labels, user_name(), Path.home())
        return _pack(
            target, [*_of_computer(redaction, logs), *_of_study(store, redaction, on_progress)]
        )


def _of_computer(redaction: Redaction, logs: Path) -> list[_Part]:
    about = {
        "software": software_versions(),
        "cores": usable_cores(),
        "libraries_missing": [each.name for each in missing(*Purpose)],
    }
    parts = [_json("computer.json", "versions, cores, missing libraries of the system", about)]
    for name, what in (
        (WINDOW_LOG, "what the program noted: connections, refusals, warnings"),
        (CRASH_LOG, "faults of the program: versions, calls and kinds, without their words"),
    ):
        for each in (f"{Path(name).stem}.1{Path(name).suffix}", f"{name}.1", name):
            text = _newest(logs / each)
            if text is None:
                continue
            told = without_words(text) if name == CRASH_LOG else text
            parts.append(_Part(f"logs/{each}", what, iter((redaction.of(told),))))
    return parts


def _of_study(store: Store, redaction: Redaction, on_progress: OnProgress) -> list[_Part]:
    study = Study(store)
    settings = redaction.within(msgspec.to_builtins(study.settings, str_keys=True))
    place = {
        "concerns": [str(each.sentence) for each in concerns(store.folder.path)],
        "free_bytes": shutil.disk_usage(store.folder.path).free,
        "database_bytes": store.folder.database.stat().st_size,
    }
    return [
        _json("settings.json", "the study's settings", settings),
        _json("status.json", "where the study stands", study.status()),
        _json("place.json", "what speaks against the study's folder, and room on its disk", place),
        _json("sessions.json", "the study's sessions", store.tables.sessions()),
        _Part(
            "events.jsonl",
            "what happened in the sessions and when, without what anybody said, chose or earned",
            _outlines(store, redaction, on_progress),
        ),
    ]


def _outlines(store: Store, redaction: Redaction, on_progress: OnProgress) -> Iterator[str]:
    total = store.log.count()
    for done, logged in enumerate(store.log.logged_events()):
        if done % _EVENTS_A_STEP == 0:
            on_progress(done, total)
        yield msgspec.json.encode(event_outline(logged, redaction)).decode() + "\n"


def _pack(target: Path, parts: list[_Part]) -> list[str]:
    try:
        with (
            atomic_file(target) as file,
            zipfile.ZipFile(file, "w") as packed,
        ):
            packed.writestr(zip_member(CONTENTS), _contents(parts))
            for part in parts:
                with packed.open(zip_member(part.name), "w") as inner:
                    for piece in part.pieces:
                        inner.write(piece.encode())
    except OSError as error:
        raise OperatorError(
            "The support file cannot be written to {file} ({reason}); {remedy}, or choose another "
            "place.",
            file=target,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    return [CONTENTS, *(part.name for part in parts)]


def _contents(parts: list[_Part]) -> str:
    lines = "".join(f"{part.name:24} {part.what}\n" for part in parts)
    return (
        "Made by HCMD Lab for somebody who helps with it. All of it is text: look through it\n"
        "before you send it.\n\n"
        f"{lines}\n"
        "Left out: participants' labels, answers, messages, choices, votes and pay; reasons that\n"
        "the experimenter typed; the name of this computer's user. Names of stations, of the\n"
        "study and addresses in the lab's network are there.\n"
    )


def _json(name: str, what: str, value: object) -> _Part:
    text = json.dumps(msgspec.to_builtins(value, str_keys=True, enc_hook=str), indent=2)
    return _Part(name, what, iter((f"{text}\n",)))


def _newest(log: Path) -> str | None:
    """The end of a log; None where there is none."""
    try:
        data = read_bounded(log, FileKind.TEXT)
    except OSError:
        return None
    return data[-_NEWEST_BYTES:].decode("utf-8", "replace")
