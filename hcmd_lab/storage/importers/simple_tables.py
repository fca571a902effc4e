"""Tables with a row for each decision: our plain one, Empirica's, and any with telling headings."""

from collections.abc import Iterator, Mapping, Sequence

from hcmd_lab.storage.importers.column_map import Role
from hcmd_lab.storage.importers.table import Table

Rows = Iterator[tuple[int, list[str]]]

REQUIRED = (
    Role.GROUP,
    Role.STAGE,
    Role.ROUND,
    Role.SEAT,
    Role.ENDOWMENT,
    Role.CONTRIBUTION,
    Role.PAYOUT,
)
"""The columns of the plain table; without one it is another table."""

_PLAIN = (*REQUIRED, Role.VOTE, Role.MECHANISM)

_GROUPS = ("group", "group_id", "groupid", "gr_id", "gid", "gruppe", "groupe", "grupo", "gruppo")
_SESSIONS = ("session", "session_id", "sessionid", "sitzung", "sesión", "sessione")
TELLING: Mapping[Role, Sequence[str]] = {
    Role.GROUP: (*(f"{s}+{g}" for s in _SESSIONS for g in _GROUPS), *_GROUPS),
    Role.STAGE: ("stage", "phase", "stufe", "abschnitt", "étape", "etape", "etapa", "fase"),
    Role.ROUND: (
        "round", "period", "per", "round_number", "runde", "periode", "période", "tour", "ronda",
        "periodo", "período", "rodada", "turno",
    ),
    Role.SEAT: ("seat", "position", "player_in_group", "id_in_group", "platz", "sitz", "siège"),
    Role.PLAYER: (
        "player", "player_id", "subject", "subject_id", "subj_id", "idsubj", "participant",
        "participant_id", "spieler", "teilnehmer", "sujet", "joueur", "sujeto", "jugador",
        "soggetto", "giocatore",
    ),
    Role.ENDOWMENT: ("endowment", "endow", "tokens", "ausstattung", "dotation", "dotación",
                     "dotazione"),
    Role.CONTRIBUTION: ("contribution", "contrib", "cont", "putin", "beitrag", "contribución",
                        "contributo", "contribuição"),
    Role.PAYOUT: ("payout", "profit", "payoff", "earnings", "auszahlung", "gain", "gains",
                  "paiement", "pago",
                  "ganancia", "guadagno"),
    Role.VOTE: ("vote", "stimme", "voto"),
    Role.MECHANISM: ("mechanism", "treatment"),
}  # fmt: skip
"""Headings in the languages in which such tables are most often written."""

EMPIRICA: Mapping[Role, Sequence[str]] = {
    Role.GROUP: ("gameid",),
    Role.STAGE: ("data.stage", "stage"),
    Role.ROUND: ("roundindex", "data.round", "index", "round"),
    Role.PLAYER: ("playerid",),
    Role.SEAT: ("data.seat", "seat"),
    Role.ENDOWMENT: ("data.endowment", "endowment"),
    Role.CONTRIBUTION: ("data.contribution", "contribution"),
    Role.PAYOUT: ("data.payout", "data.roundpayoff", "data.payoff", "payout",
                  "roundpayoff", "payoff"),
    Role.VOTE: ("data.vote", "vote"),
    Role.MECHANISM: ("data.mechanism", "mechanism"),
    Role.DROPPED: ("dropped",),
}  # fmt: skip
"""The first version of Empirica calls what a game stored `data.NAME`, the second does not."""

_KNOWN = frozenset(
    heading
    for known in (EMPIRICA, TELLING, {role: (role.value,) for role in _PLAIN})
    for headings in known.values()
    for heading in headings
)
_OTREE = "player."


def known_headings(cells: Sequence[str]) -> int:
    """How many cells of a row are headings of a table with decisions."""
    names = {cell.strip().casefold() for cell in cells}
    return sum(name in _KNOWN or _OTREE in name for name in names)


def is_plain(header: Sequence[str]) -> bool:
    """Whether a header has all columns of the plain table."""
    return {name.strip().casefold() for name in header} >= set(REQUIRED)


def is_empirica(header: Sequence[str]) -> bool:
    """Whether a header is of Empirica's player rounds."""
    return {name.strip().casefold() for name in header} >= {"gameid", "playerid"}


def plain_table(line: int, header: Sequence[str], rows: Rows) -> Table:
    """The plain table, whose headings are the roles themselves."""
    return Table(line, header, rows, {role: (role,) for role in _PLAIN}, needed=REQUIRED)


def empirica_table(line: int, header: Sequence[str], rows: Rows) -> Table:
    """Empirica's player rounds, with what the game stored as `data.` columns."""
    return Table(line, header, rows, EMPIRICA)


def telling_table(line: int, header: Sequence[str], rows: Rows) -> Table:
    """Any other table, as far as its headings tell which columns are which."""
    return Table(line, header, rows, TELLING)
