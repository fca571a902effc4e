"""Studies for tests, made without training anything."""

import dataclasses
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from hcmd_lab.files import atomic_write
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.settings import game_of

WHEN = "2030-01-02T03:04:05.678+00:00"
"""When things that take no time have begun and ended."""


@cache
def first_mechanism(game: Game = PAPER_GAME) -> FrozenPolicy:
    """A closed form that stands for the random policy."""
    return dataclasses.replace(freeze(ClosedForm("mixed", 0.5, 0.5), game), name="theta_0")


def keep_checkpoint(folder: Path, data: bytes) -> str:
    """Write what stands for a network into a study; returns the name it has there, its digest."""
    sha256 = hashlib.sha256(data).hexdigest()
    atomic_write(folder / "checkpoints" / f"{sha256}.safetensors", data)
    return sha256


def drawn_picture(width: int = 40, height: int = 20) -> bytes:
    """A PNG file as a study's texts may show it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFD98200)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def playable_study(
    folder: Path,
    groups: int,
    participants: str = "simulated",
    own_game: Mapping[str, object] | None = None,
) -> Path:
    """A study that can acquire `groups` groups at once, of the paper's game with changes."""
    changes: dict[str, object] = {"participants": participants, "groups": [groups, groups]}
    settings = make_settings("quick", changes | dict(own_game or {}))
    game = game_of(settings)
    with Store.create(folder, {"settings": msgspec.to_builtins(settings)}) as store:
        store.learned.add_mechanism(first_mechanism(game), {})
        store.facts.set("table of theta_0", first_mechanism(game).sha256)
        checkpoint = keep_checkpoint(folder, b"stands for a network")
        result = InitialiseResult(checkpoint=checkpoint, frozen="frozen.bin")
        store.learned.add_run("initialise", 0, InitialiseJob(game=game, seed=1), result, WHEN, WHEN)
    return folder
