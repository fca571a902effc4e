"""Tables as oTree exports them: all apps wide, one app, and our own export, named as oTree's."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.column_map import Payouts, Role
from hcmd_lab.storage.importers.table import Table

Rows = Iterator[tuple[int, list[str]]]

_BLOCK = re.compile(r"(?P<app>[^.]+)\.(?P<round>[0-9]+)\.(?P<name>(player|group|subsession)\..+)")
_MAX_STAGES = 3
_ROUND, _STAGE, _APP = "subsession.round_number", "(order of apps)", "(name of the app)"
_OWN_APP = "pig"
_TIMEOUT, _DECIDED = "player.timeout_happened", "(who decided)"

_GROUP = ("session.code+group.id_in_subsession", "group.id_in_subsession")
_COMMON: Mapping[Role, Sequence[str]] = {
    Role.GROUP: _GROUP,
    Role.STAGE: ("subsession.stage",),
    Role.ROUND: (_ROUND,),
    Role.SEAT: ("player.id_in_group",),
    Role.PLAYER: ("participant.code",),
    Role.ENDOWMENT: ("player.endowment", "group.endowment", "subsession.endowment"),
    Role.CONTRIBUTION: ("player.contribution",),
    Role.VOTE: ("player.vote",),
    Role.BOT: ("participant._is_bot",),
}
APP: Mapping[Role, Sequence[str]] = {
    **_COMMON,
    Role.PAYOUT: ("player.payout", "group.individual_share", "player.payoff"),
}
OWN: Mapping[Role, Sequence[str]] = {
    **_COMMON,
    Role.PAYOUT: ("player.payout",),
    Role.MECHANISM: ("group.mechanism",),
    Role.STATUS: ("group.status",),
    Role.DECIDED_BY: ("player.decided_by",),
    Role.PILOT: ("session.is_demo",),
    Role.SET_ASIDE: ("session.set_aside",),
}
_BUNDLE = Sentence(
    "This is an export of HCMD Lab; a bundle of that study (Data, Export, A bundle for another "
    "lab, or: hcmd-lab bundle make STUDY FILE) is better: it brings its mechanisms and log along, "
    "and nothing is counted twice."
)


def app_table(line: int, header: Sequence[str], rows: Rows) -> Table:
    """The table of one app: a row for each participant and round."""
    return Table(line, header, rows, APP)


def own_long_table(line: int, header: Sequence[str], rows: Rows) -> Table:
    """`long.csv` of our own export."""
    return Table(line, header, rows, OWN, Payouts.FUND, advice=(_BUNDLE,))


def is_wide(header: Iterable[str]) -> bool:
    """Whether a header is of a table with a block of columns for each app and round."""
    return any(_BLOCK.fullmatch(name.strip()) for name in header)


def is_own_wide(header: Iterable[str]) -> bool:
    """Whether it is `wide.csv` of our own export."""
    names = {name.strip().casefold() for name in header}
    return f"{_OWN_APP}.1.player.contribution" in names and "session.config.rounds" in names


def wide_table(file: str, line: int, header: Sequence[str], rows: Rows) -> Table:
    """A wide table as one with a row for each participant, app and round.

    Each app with contributions is a stage, in the order of the columns.

    Raises:
        UsageError: No app has contributions, or more apps than there are stages.
    """
    names = [name.strip().casefold() for name in header]
    blocks: dict[tuple[str, int], dict[str, int]] = {}
    for place, name in enumerate(names):
        found = _BLOCK.fullmatch(name)
        if found:
            block = (found["app"], int(found["round"]))
            blocks.setdefault(block, {})[found["name"]] = place
    playing = (app for (app, _), names_ in blocks.items() if "player.contribution" in names_)
    apps = list(dict.fromkeys(playing))
    if not 1 <= len(apps) <= _MAX_STAGES:
        raise UsageError(
            "{file}, row {line}: there are contributions (player.contribution) in {n} app(s), and "
            "each is taken for one of three stages; export those apps alone. Nothing was imported.",
            file=file,
            line=line,
            n=len(apps),
        )
    fixed = [place for place, name in enumerate(names) if not _BLOCK.fullmatch(name)]
    varying = list(dict.fromkeys(
        name for (app, _), columns in blocks.items() if app in apps for name in columns
    ))  # fmt: skip
    if _ROUND in varying:
        varying.remove(_ROUND)  # oTree writes it too, but only in the columns of the round
    length = names.index("session.config.rounds") if is_own_wide(header) else None
    turned = [*(names[place] for place in fixed), *varying, _ROUND, _STAGE, _APP]

    def in_rows() -> Rows:
        for number, cells in rows:
            row = [*cells, *[""] * (len(names) - len(cells))]
            for (app, round_number), columns in blocks.items():
                if app not in apps or not _took_part(row, columns):
                    continue
                stage, counted = apps.index(app) + 1, round_number
                if length is not None and row[length].strip().isdecimal() and int(row[length]):
                    stage, counted = divmod(round_number - 1, int(row[length]))
                    stage, counted = stage + 1, counted + 1
                values = [row[columns[name]] if name in columns else "" for name in varying]
                yield number, [
                    *(row[place] for place in fixed), *values, str(counted), str(stage), app,
                ]  # fmt: skip

    if length is None:
        known = {**APP, Role.STAGE: (_STAGE,), Role.MECHANISM: (_APP,)}
        return Table(line, turned, in_rows(), known)
    return _own_wide_table(line, turned, in_rows())


def _own_wide_table(line: int, header: Sequence[str], rows: Rows) -> Table:
    """Our own wide table, turned; those of earlier versions had less in it."""
    known = {
        **OWN,
        Role.STAGE: (_STAGE,),
        Role.PAYOUT: ("player.payout", "player.payoff"),
        Role.DECIDED_BY: (_DECIDED,),
    }
    lacks = Sentence(
        "This wide table lacks votes, mechanisms or timeouts; long.csv of the same export has them."
    )
    has_all = {"player.vote", "group.mechanism", _TIMEOUT} <= {*header}
    payouts = Payouts.FUND if "player.payout" in header else Payouts.EARNINGS
    for_others = Sentence(
        "A wide table does not tell what the program chose for participants who were dropped; "
        "long.csv does."
    )
    advice = (_BUNDLE, for_others) if has_all else (_BUNDLE, for_others, lacks)
    return Table(line, [*header, _DECIDED], _with_who_decided(header, rows), known, payouts,
                 advice=advice)  # fmt: skip


def _with_who_decided(header: Sequence[str], rows: Rows) -> Rows:
    place = header.index(_TIMEOUT) if _TIMEOUT in header else None
    for number, cells in rows:
        happened = place is not None and cells[place].strip() == "1"
        yield number, [*cells, "timeout" if happened else ""]


def _took_part(row: Sequence[str], columns: Mapping[str, int]) -> bool:
    """Whether a participant has a block at all: oTree fills none of a round never reached."""
    return any(row[place].strip() for place in columns.values())
