"""The page on reliability, made from what was measured; no figure comes from elsewhere."""

from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.reliability.attacked import ATTACKS
from benchmarks.reliability.media import media_part
from benchmarks.reliability.told import Row

_NONE = "not counted"
_SIMULATION = "simulation"
_OTHERS = ("load", "growth")
_FAULT_COLUMNS = {
    "times": "How often",
    "confirmed": "Confirmed decisions",
    "lost": "Lost",
    "changed": "Changed",
    "by_default": "Decided by default",
    "stations_lost": "Stations lost",
    "longest_stall_ms": "Longest stall, ms",
}
_HEAD = """# Reliability

What was done to the program, how often, and what came of it. Every figure on this page was
measured by `make reliability` or, in greater numbers, by `make reliability-release`, which write
it from `docs/reliability.json`; each kind can also be measured alone:

    python -m benchmarks.reliability host load   # kinds; all by default
    python -m benchmarks.reliability --missing   # goes on after a run that was broken off
    python -m benchmarks.reliability --release

"""
_FAULTS = """## Faults

*Confirmed* are contributions and votes of which a station was told that they are saved; *lost*
are those of them that are not in the log, *changed* those that are there otherwise than they were
made or more than once; for files and whole studies, *changed* counts what is neither the old nor
the new one. *Decided by default* are decisions that the program made in place of a
participant. The *longest stall* is the longest time in which no station was told anything,
restarts of the host included. What a kind does not count, it does not claim.

"""
_LOAD = """## Load

The real host program with a study on the disk, and real ends of the protocol over real sockets,
all of them in one other process on the same computer: each time holds the work of both ends.
*Acknowledged* is the time from a decision that is sent to the word that it is saved, *revealed*
from the last decision of a group to the outcome on each of its screens, both once all are in;
*while others arrive* are acknowledgements before. *Arrival* is the time from the start of all
stations, none of them paired, to the first screen of the last one. *The disk* is how long it took,
just before, to say that a small write is on it: no decision is acknowledged before that. *CPU of
the host* is for each decision, with all else of its round; *of the stations* is the share of a core
that all of them together took beside it. Where it *trains* a training step of another study runs
on the same computer, at the low priority at which the program always trains. *A station* is how
much more memory the host has held at most than before the first station came, for each of them.

"""
_GROWTH = """## Growth

What takes how long in studies of simulated groups of several sizes (`benchmarks/growth.py`), each
in a process of its own. `opening`, `session`, `resume` and `group_end` are on a session's path,
`payments` reads one session; `status`, `report`, `check`, `export` and `data` read the whole study.

"""
_LIMITS = """## What is not covered

- Windows and macOS, real network cards, real disks that lie about what they have written, and
  computers other than the one that is named here.
- Stations on computers of their own: here they share the host's cores.
- A kill of a station loses nothing that it can tell; what it was told is not written down
  anywhere, so that only the log is judged there.
- Kinds that are named above as not run.
"""


def page(measured: dict[str, Any], known: Iterable[str] = ()) -> str:
    """The page as Markdown.

    Args:
        measured: By kind, what `kinds.measured` told.
        known: All kinds; those that were not measured are named.
    """
    parts = [_HEAD, _machine(measured)]
    faults = {name: told for name, told in measured.items() if name not in _OTHERS}
    if faults:
        parts += [_FAULTS, _fault_table(faults)]
    if "rows" in faults.get(_SIMULATION, {}):
        parts += [_simulated(row) for row in faults[_SIMULATION]["rows"]]
    if "load" in measured:
        parts += [_LOAD, _told_or_why(measured["load"], _load_table)]
    if "growth" in measured:
        parts += [_GROWTH, _told_or_why(measured["growth"], _growth_table)]
    missing = [kind for kind in known if kind not in measured]
    named = f"- Kinds that were not measured yet: {', '.join(missing)}.\n" if missing else ""
    return "".join([*parts, media_part(), _LIMITS, named])


def _machine(measured: dict[str, Any]) -> str:
    """What all kinds have in common, and how busy it was for each."""
    machines = [told["machine"] for told in measured.values()]
    cores = sorted({each["cores"] for each in machines})
    pythons = sorted({f"Python {each['python']} on {each['system']}" for each in machines})
    table = _table(
        ("Kind", "Command", "Numbers of", "Load before", "Machine", "Took, s"),
        (
            (
                kind,
                f"`python -m benchmarks.reliability {kind}{' --release' * told['release']}`",
                "a release" if told["release"] else "a usual run",
                told["machine"]["load"],
                "busy with other work" if told["machine"]["busy"] else "quiet",
                told["seconds"],
            )
            for kind, told in measured.items()
        ),
    )
    return (
        f"## The machine\n\n{' or '.join(map(str, cores))} cores, {', '.join(pythons)}. *Load* is "
        "the number of programs that ran or waited for a core in the minute before. Times\n"
        f"measured on a busy machine are longer than a lab's.\n\n{table}\n"
    )


def _fault_table(faults: dict[str, Any]) -> str:
    rows = []
    for name, told in faults.items():
        what = ATTACKS[name].what if name in ATTACKS else name
        for row in told.get("rows", [{"what": what, "not_run": told.get("not_run")}]):
            if "not_run" in row:
                rows.append((row["what"], f"not run: {row['not_run']}", "", "", "", ""))
                continue
            outcome = "all held" if not row["failed"] else "failed: " + ", ".join(row["failed"])
            figures = [row.get(column, _NONE) for column in _FAULT_COLUMNS]
            rows.append((row["what"], *figures, outcome))
    return _table(("Fault", *_FAULT_COLUMNS.values(), "Checks"), rows) + "\n"


def _simulated(row: Row) -> str:
    """What kinds of faults the simulated sessions had, and how often."""
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in row["by_kind"].items())
    return (
        f"The {row['sessions']:,} simulated sessions (`tests/support/lab_simulation`, see\n"
        f"[testing.md](testing.md)) had these faults: {kinds}. Their time is made, so that no "
        "stall of\ntheirs is one of a real lab's.\n\n"
    )


def _load_table(rows: list[Row]) -> str:
    return _table(
        (
            "Stations", "Trains", "Arrived", "Arrival, s", "Decisions",
            "Acknowledged p50 / p99 / longest, ms",
            "Revealed p50 / p99 / longest, ms", "While others arrive p50 / p99 / longest, ms",
            "The disk p50 / p99 / longest, ms", "CPU of the host, ms", "Of the stations",
            "Most memory of the host, MB", "A station, kB",
        ),
        (
            (
                row["stations"], "yes" if row.get("training") else "no", row["arrived"],
                row["arrival_s"], row["decisions"],
                _times(row["acknowledged"]), _times(row["revealed"]),
                _times(row.get("while_arriving")), _times(row.get("disk")),
                row.get("host_cpu_ms", _NONE), row.get("stations_cpu_share", _NONE),
                row["host_mb"] or _NONE,
                _NONE if row.get("station_kb") is None else row["station_kb"],
            )
            for row in rows
        ),
    ) + "\n"  # fmt: skip


def _growth_table(rows: list[Row]) -> str:
    return _table(
        ("Task", "Groups", "Seconds", "CPU seconds", "Most memory, MB"),
        (
            (row["task"], row["groups"], row["seconds"], row["cpu_seconds"], row["peak_mb"])
            for row in sorted(rows, key=lambda row: (row["task"], row["groups"]))
        ),
    ) + "\n"  # fmt: skip


def _times(told: dict[str, float] | None) -> str:
    return _NONE if told is None else f"{told['p50_ms']} / {told['p99_ms']} / {told['longest_ms']}"


def _told_or_why(told: dict[str, Any], table: Callable[[list[Row]], str]) -> str:
    return table(told["rows"]) if "rows" in told else f"Not run here: {told['not_run']}\n\n"


def _table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    heads = tuple(heads)
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "".join("| " + " | ".join(map(_cell, line)) + " |\n" for line in lines)


def _cell(value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return " ".join(str(value).replace("|", "/").split())
