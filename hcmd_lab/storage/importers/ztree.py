"""Tables as z-Tree writes them: text separated by tabs, several tables below one another.

Each row begins with the session, the treatment and the name of its table, and each table has its
own header, which is repeated for each period: `261129_1015  1  subjects  Period  Subject  Group`.
"""

from collections.abc import Iterator, Mapping, Sequence

from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.column_map import Role
from hcmd_lab.storage.importers.numbers import read_number
from hcmd_lab.storage.importers.simple_tables import TELLING
from hcmd_lab.storage.importers.table import Table

Rows = Iterator[tuple[int, list[str]]]

_TABLES = frozenset({"globals", "subjects", "summary", "contracts", "session", "logfile"})
_SUBJECTS, _GLOBALS = "subjects", "globals"
_PERIOD = "period"
_LEADING = 3
_MAX_STAGES = 3
_SESSION, _TREATMENT, _STAGE = "session", "treatment", "(order of treatments)"

KNOWN: Mapping[Role, Sequence[str]] = {
    Role.GROUP: (f"{_SESSION}+group", f"{_SESSION}+gruppe", f"{_SESSION}+groupe"),
    Role.STAGE: (_STAGE,),
    Role.ROUND: (_PERIOD,),
    Role.PLAYER: (f"{_SESSION}+subject", "subject"),
    Role.SEAT: ("seat",),
    Role.ENDOWMENT: ("endowment", "globals.endowment", *TELLING[Role.ENDOWMENT], "e", "globals.e"),
    Role.CONTRIBUTION: (*TELLING[Role.CONTRIBUTION], "c"),
    Role.PAYOUT: TELLING[Role.PAYOUT],
    Role.VOTE: TELLING[Role.VOTE],
    Role.MECHANISM: ("mechanism",),
}


def is_ztree(cells: Sequence[str]) -> bool:
    """Whether a file's first row is one of z-Tree's: session, treatment, table, columns."""
    return (
        len(cells) > _LEADING
        and cells[1].strip().isdecimal()
        and cells[2].strip().casefold() in _TABLES
    )


def ztree_table(file: str, rows: Rows) -> Table:
    """The subjects' table with a row for each subject and period, and the globals beside it.

    Practice periods, which z-Tree numbers up to 0, are left out.

    Raises:
        UsageError: There is no subjects' table, or it has more treatments than there are stages.
    """
    headers: dict[tuple[str, str, str], list[str]] = {}
    globals_: dict[tuple[str, str, str], dict[str, str]] = {}
    subjects: list[tuple[int, str, str, dict[str, str]]] = []
    practice = 0
    first_line = 1
    for line, cells in rows:
        session, treatment, table = (cell.strip() for cell in (*cells, "", "")[:_LEADING])
        values = [cell.strip() for cell in cells[_LEADING:]]
        key = (session, treatment, table.casefold())
        if values and values[0].casefold() == _PERIOD:
            headers[key] = [name.casefold() for name in values]
            continue
        header = headers.get(key)
        if header is None or key[2] not in (_SUBJECTS, _GLOBALS):
            continue
        # A hyphen stands where z-Tree has no value.
        row = {
            name: "" if text == "-" else text for name, text in zip(header, values, strict=False)
        }
        if key[2] == _GLOBALS:
            globals_[session, treatment, row.get(_PERIOD, "")] = row
            continue
        period = read_number(row.get(_PERIOD, ""))
        if period is not None and period.value < 1:
            practice += 1
            continue
        if not subjects:
            first_line = line
        subjects.append((line, session, treatment, row))
    if not subjects:
        raise UsageError(
            "{file} is a file of z-Tree without a subjects table, where the contributions stand. "
            "Nothing was imported.",
            file=file,
        )
    stages = _stages(file, subjects)
    own = list(dict.fromkeys(name for _, _, _, row in subjects for name in row))
    shared = list(dict.fromkeys(name for row in globals_.values() for name in row))
    header = [_SESSION, _TREATMENT, _STAGE, *own, *(f"{_GLOBALS}.{name}" for name in shared)]

    def in_rows() -> Rows:
        for line, session, treatment, row in subjects:
            beside = globals_.get((session, treatment, row.get(_PERIOD, "")), {})
            yield line, [
                session, treatment, stages[session, treatment],
                *(row.get(name, "") for name in own), *(beside.get(name, "") for name in shared),
            ]  # fmt: skip

    advice = []
    if practice:
        advice.append(Sentence("{n} row(s) of practice periods (is|are) left out.", n=practice))
    return Table(first_line, header, in_rows(), KNOWN, advice=tuple(advice))


def _stages(
    file: str, subjects: Sequence[tuple[int, str, str, dict[str, str]]]
) -> dict[tuple[str, str], str]:
    """Each session's treatments as stages, in the order played."""
    played: dict[str, list[str]] = {}
    for _, session, treatment, _ in subjects:
        treatments = played.setdefault(session, [])
        if treatment not in treatments:
            treatments.append(treatment)
    for session, treatments in played.items():
        if len(treatments) > _MAX_STAGES:
            raise UsageError(
                "{file}: session {session} has {n} treatments with subjects, and each is taken "
                "for one of three stages; leave the others out of the file. Nothing was imported.",
                file=file,
                session=session,
                n=len(treatments),
            )
    return {
        (session, treatment): str(stage)
        for session, treatments in played.items()
        for stage, treatment in enumerate(treatments, start=1)
    }
