"""What each command prints with `--json`: keys, meanings and units."""

from typing import get_args, get_type_hints

import msgspec

from docs.json_results.shape import By, Each, Key, Shape, Within, fields_of, records_in
from hcmd_lab.export.attendance_file import Attendance
from hcmd_lab.export.study_export import ExportSummary
from hcmd_lab.inference.simulated_votes import Rehearsal
from hcmd_lab.inference.vote_power import ExpectedPower, PowerPlan
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.foreseen import ForeseeResult
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.network.station_messages import KioskReport
from hcmd_lab.replication_package.writing import PackageSummary
from hcmd_lab.replications.results_table import Point, ResultRow
from hcmd_lab.storage.importers.importing import ImportSummary
from hcmd_lab.storage.private_data import PrivacyRow
from hcmd_lab.storage.restoring import Restored
from hcmd_lab.study.audit import Audit
from hcmd_lab.study.counting import Exclusion
from hcmd_lab.study.model_data import ModelData
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.registration import RegisteredPlan
from hcmd_lab.study.status import StudyStanding, StudyStatus
from hcmd_lab.study.summary import StudySummary
from hcmd_lab.telling.bundles import Additions
from hcmd_lab.updates.stations import Updated


def _of(record: type) -> dict[str, Key]:
    """The fields of a record as keys of an object, for results that join it with others."""
    hints = get_type_hints(record)
    return {
        name: Key(
            told,
            Within(tuple(records_in(hints[name]))),
            may_lack=msgspec.UnsetType in get_args(hints[name]),
        )
        for name, told in fields_of(record).items()
    }


def _words(*words: str) -> str:
    return ", ".join(f"`{word}`" for word in words)


_STANDING = Key(f"Where the study stands: {_words(*StudyStanding)}.")
_LACKING = Key("What the next training steps will lack, a sentence each.")
_ALTERED = Key(
    "A sentence if another program has changed the log or the rows that follow from it; else null."
)
_STEP_DONE = {"standing": _STANDING, "lacking": _LACKING}
_TYPE = {"type": Key("The kind of result.")}
_RUN: Shape = {
    "run": Key("Number of the training step."),
    "step": Key("Its name."),
    "iteration": Key("Its iteration."),
}
_BACKUP: dict[str, Key] = {
    "path": Key("The file."),
    "made_utc": Key("When it was made, UTC."),
    "occasion": Key("Why: `session`, `training`, `back`, `hand` or `format`."),
    "bytes": Key("Its size in bytes."),
}
_MERGED: dict[str, Key] = _of(Additions)

RESULTS: dict[str, Shape] = {
    "study status": _of(StudyStatus)
    | {
        "standing": _STANDING,
        "recommendations": Key(
            f"By iteration, what followed from its CONVERGENCE: {_words(*Recommendation)}.", By()
        ),
        "data": Key(
            "What MODEL would read now.",
            _of(ModelData)
            | {"empty_conditions": Key("Conditions of the game that no such group has had.")},
        ),
        "lacking": _LACKING,
        "changed": Key("A sentence if another program has changed what is sealed; else null."),
        "altered": _ALTERED,
        "set_aside": Key(
            "What going back has set aside.",
            {
                "runs": Key("Training steps.", Each(_RUN)),
                "sessions": Key("Codes of sessions."),
                "groups": Key("Groups in these sessions."),
                "data": Key("Those of them that stay data for MODEL."),
                "sentences": Key("The same in words."),
            },
        ),
        "counted": Key(
            "Every group of the study.",
            Each(
                {
                    "session": Key("Code of its session."),
                    "group": Key("Its number there."),
                    "counts": Key("Whether it counts."),
                    "exclusion": Key(f"Why not: {_words(*Exclusion)}; null if it counts."),
                    "stations": Key("The stations that decided for nobody or were lost."),
                    "sentence": Key("The same in words."),
                }
            ),
        ),
    },
    "study remake": Each(
        {
            "step": Key("The training step; null for what follows from the log alone."),
            "iteration": Key("Its iteration; 0 where there is none."),
            "is_identical": Key("Whether it was made again bit for bit, and was taken."),
            "sentence": Key("The same in words."),
        }
    ),
    "study back": {
        "step": Key("The step that is gone back to."),
        "iteration": Key("Its iteration."),
        "runs": Key("Training steps that are set aside.", Each(_RUN)),
        "sessions": Key("Codes of sessions that are set aside."),
        "groups": Key("Groups in them that counted."),
        "votes": Key("Their votes."),
        "compared": Key("Those of the groups that had compared mechanisms."),
        "begun": Key("Steps that had begun without a result: what they had saved is deleted."),
        "data": Key("Those of the groups that had played in ACQUIRE."),
        "mechanisms": Key("Names of mechanisms that are set aside."),
        "contrasts": Key("Contrasts that are set aside: mechanism, the other one, groups."),
        "registration": Key("SHA-256 of the registration that is set aside; null if none is."),
        "dry_run": Key("Whether nothing was done."),
        "sentences": Key("What is set aside, in words."),
        "lacking": _LACKING,
        "standing": _STANDING,
        "sentence": Key("What comes next, in words."),
    },
    "contrast list": Each(
        {
            "number": Key("Its number."),
            "mechanism": Key("Name of the mechanism whose votes are counted."),
            "other": Key("Name of the one that it is compared with."),
            "groups": Key("Groups that have played and count."),
            "target": Key("Groups that are planned."),
            "planned_utc": Key("When it was planned, UTC; empty for that of the settings."),
            "by": Key("Who planned it; empty for that of the settings."),
            "counted_before": Key("Other contrasts that had been counted when it was planned."),
            "result": Key("Its newest result; null until votes were counted.", EvaluateResult),
        }
    ),
    "mechanism list": Each(
        {
            "name": Key("Its name in the study."),
            "kind": Key("What kind of mechanism it is."),
            "sha256": Key("SHA-256 of its table."),
            "added_utc": Key("When it was added, UTC."),
            "added_by": Key("User who added it; empty if the program did."),
            "origin": Key("Where it comes from, in words."),
            "provenance": Key("The same as data, other keys for each kind of mechanism.", Within()),
        }
    ),
    "payments": {
        "session": Key("Code of the session."),
        "currency": Key("The currency of all amounts."),
        "total": Key("Sum of what is due, as a decimal number in a text."),
        "payments": Key("What is due, by the participant's code, likewise.", By()),
        "earned": Key("What was earned, before any change by hand, likewise.", By()),
        "paid": Key("When it was handed out, UTC, by code; of nobody else.", By()),
        "simulated": Key("Codes of simulated participants, who are not paid."),
        "other_lab": Key("The lab that played the session and pays; empty for this one."),
    },
    "attendance": {
        "session": Key("Code of the session."),
        "people": Key("Who was expected or came.", Each(Attendance)),
    },
    "audit": _of(Audit)
    | {
        "deviations_in_words": Key("The departures from the plan, or that there are none."),
        "altered": _ALTERED,
    },
    "preregister": {
        "sha256": Key("SHA-256 of the plan."),
        "utc": Key("When it was frozen, UTC."),
        "played": Key("Groups of the comparison that had played by then."),
        "plan": Key("The plan.", RegisteredPlan),
        "osf": Key("Answers by the questions of OSF.", By()),
        "as_predicted": Key("Answers by the questions of AsPredicted.", By()),
    },
    "gate": {
        "mechanism": Key("SHA-256 of its table."),
        "name": Key("Its name."),
        "open": Key("Whether no finding goes past a limit, or each was passed over."),
        "verdict": Key("The same in words."),
        "findings": Key(
            "The questions.",
            Each(
                {
                    "question": Key("Which, as `--pass-over` takes it."),
                    "answer": Key("How it stands."),
                    "stops": Key("Whether it goes past a limit and was not passed over."),
                    "passed_over": Key("Why it was passed over; empty if it was not."),
                    "sentence": Key("The answer in words."),
                }
            ),
        ),
        "prospect": Key("What the models expect; null while there are none.", ForeseeResult),
    },
    "explain": Explanation,
    "power": _of(PowerPlan)
    | {
        "expected": Key(
            "What the models expect of the newest mechanism; null if they were not asked.",
            ExpectedPower,
        )
    },
    "power --every-people": Each(Rehearsal),
    "model": _of(ModelResult) | _TYPE | _STEP_DONE,
    "optimize": _of(OptimizeResult) | _TYPE | _STEP_DONE,
    "converge": _of(ConvergenceResult)
    | _TYPE
    | _STEP_DONE
    | {"recommendation": Key(f"What follows: {_words(*Recommendation)}.")},
    "evaluate": _of(EvaluateResult) | _TYPE | _STEP_DONE,
    "simulate": StudySummary,
    "replicate": {
        "replications": Key("Those that have ended.", Each(ResultRow)),
        "points": Key("Means over the seeds of each point of the grid.", Each(Point)),
    },
    "import": _of(ImportSummary)
    | {
        "left_out_groups": Key(
            "Those of them that have a name in the file.",
            Each({"group": Key("Its name."), "reason": Key("Why it is left out.")}),
        ),
        "learned_later": Key(
            "A sentence if no step of this iteration will learn from the groups; else null."
        ),
        "stored": Key("Whether they were stored; false with `--dry-run`."),
    },
    "take-back": {
        "session": Key("Code of the imported session."),
        "removed": Key("Whether it was removed; else it was declared unusable."),
    },
    "export": _of(ExportSummary),
    "package": _of(PackageSummary),
    "check": {
        "findings": Key("What is wrong, a sentence each; empty if the study is whole."),
        "mechanisms": Key(
            "Whether each keeps to the study's restrictions; empty where something else is wrong.",
            Each({"finding": Key("In words."), "kept": Key("Whether it does.")}),
        ),
        "log": Key("The log's number, as on receipts; empty while there is no event."),
        "taken_as_it_is": Key("When the study was taken as it was, and what had been changed."),
    },
    "backup": _BACKUP,
    "backup --list": {
        "place": Key("The folder that backups go to."),
        "same_disk": Key("Whether that is on the disk that the study is on."),
        "backups": Key("Those there are, newest first.", Each(_BACKUP)),
        "under_other_names": Key(
            "Those that were made when the folder had another name, or of a copy of the study.",
            Each(_BACKUP),
        ),
    },
    "restore": _of(Restored)
    | {
        "passed_over": Key("Why newer ones were not taken, by file.", By()),
        "altered": Key(
            "What another program had changed in the one that `--from` names; empty if nothing."
        ),
    },
    "restore --checkpoints": {
        "checkpoints": Key("Names of those that were brought back."),
        "lacking": Key("Names of those that are still missing or damaged."),
    },
    "restore --as-it-is": {
        "taken_as_it_is": Key(
            "What the study's log tells from now on; null if there was nothing to take.",
            {
                "is_known": Key("Whether anybody could tell if saved events were missing."),
                "missing_events": Key("Saved events that were missing."),
                "missing_changes": Key("Saved changes of settings, steps or notes, likewise."),
                "is_other": Key("Whether it held something else than what had been saved."),
                "changed": Key("Rows that had been changed: table and what names the row."),
                "event": Key("First event that was not as it was stored; null if all were."),
                "seal": Key("First seal that did not follow from those before; null if all did."),
            },
        )
    },
    "bundle make": {
        "file": Key("The file."),
        "sha256": Key("SHA-256 of its bytes."),
        "sessions": Key("Sessions in it, pilots included."),
        "groups": Key("Complete groups in it that count."),
        "runs": Key("Training steps in it."),
    },
    "bundle merge": _MERGED,
    "bundle start": _MERGED,
    "privacy log": Each(PrivacyRow),
    "support": {"file": Key("The file."), "packed": Key("What is in it, a line each.")},
    "room": {
        "stations": Key(
            "Kiosks that have come.",
            Each(
                {
                    "station": Key("Its name."),
                    "ready": Key("Whether nothing is wrong there."),
                    "troubles": Key("What is wrong."),
                    "clock_off_ms": Key(
                        "Milliseconds that its time of day is ahead; this and what follows only "
                        "where it has reported.",
                        may_lack=True,
                    ),
                }
                | {
                    name: Key(told, may_lack=True)
                    for name, told in fields_of(KioskReport).items()
                    if name not in ("nonce", "utc_ms")
                }
            ),
        ),
        "not_connected": Key("Names of paired kiosks that have not come."),
    },
    "updates show": {
        "versions": Key("The version for each system.", By()),
        "expires": Key("Until when its signatures hold."),
        "keys": Key("The keys that have signed it."),
    },
    "updates offer": Each(
        {
            name: Key(told)
            for name, told in fields_of(Updated).items()
            if name not in ("offered", "percent")
        }
    ),
}
"""By command, with the option that prints something else."""

EVENTS: dict[str, dict[str, Key]] = {
    "listening": {
        "session": Key("Code of the session."),
        "port": Key("The port."),
        "code": Key("The pairing code."),
        "exit_pin": Key("The PIN to leave a kiosk; empty where only its hash is kept."),
        "resumed": Key("Whether it was resumed."),
        "contents": Key("What the session holds, in sentences."),
        "missing": Key("What is missing, in sentences."),
    },
    "took_part_before": {"station": Key("Where somebody sits who has taken part before.")},
    "check_in_refused": {"station": Key("The station."), "why": Key("Why.")},
    "alarm": {
        "kind": Key("Its kind."),
        "station": Key("The station that it is about; empty if none."),
        "address": Key("The address that it came from."),
        "count": Key("How often."),
        "sentence": Key("The same in words."),
    },
    "knock": {
        "station": Key("Name of the station at the door."),
        "address": Key("Its address."),
        "why": Key("Why it is not let in."),
        "sentence": Key("The same in words, with the way in."),
    },
    "group_ended": {"group": Key("Its number."), "complete": Key("Whether it played to its end.")},
    "storage_failed": {"sentence": Key("What cannot be saved, in words.")},
    "storage_works": {"sentence": Key("That everything is saved again.")},
    "finished": {
        "session": Key("Code of the session."),
        "groups": Key("Groups that have ended."),
        "closed": Key("Whether the session is closed; else it can be resumed."),
    },
}
"""What `hcmd-lab serve --json` prints, an object a line, by its key `event`."""
