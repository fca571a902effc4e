"""Entries of the study's log in words: contrasts, looks, groups added, limits passed over."""

from typing import Any, assert_never

from hcmd_lab.storage.unseen_changes import named
from hcmd_lab.study.gate import PassedOver
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.study_log import LogEntry, LogKind
from hcmd_lab.study.taken_as_it_is import changed_places_of
from hcmd_lab.telling import counts
from hcmd_lab.telling.gate import title
from hcmd_lab.telling.going_back import set_aside_of_entry
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.times import when_anywhere
from hcmd_lab.telling.translate import translate


def entry_in_words(entry: LogEntry) -> str:
    """An entry in one line, with its time; a limit passed over is told by `passed_over`."""
    details = entry.details
    at = when_anywhere(entry.utc)
    match entry.kind:
        case LogKind.LOOKED:
            values = {
                "when": at,
                "mechanism": in_sentence(str(details["mechanism"])),
                "other": in_sentence(str(details["baseline"])),
                "groups": counts.groups(int(details["groups"])),
                "played": str(details["played"]),
                "planned": str(details["planned"]),
            }
            if int(details["played"]) > int(details["planned"]):
                return translate(
                    "{when}: the votes of {groups} between {mechanism} and {other} were counted, "
                    "when {played} groups had played, more than the {planned} planned.",
                    **values,
                )
            return translate(
                "{when}: the votes of {groups} between {mechanism} and {other} were counted, when "
                "{played} of {planned} planned groups had played.",
                **values,
            )
        case LogKind.CONTRAST_PLANNED:
            return contrast_planned(
                entry.utc,
                str(details["mechanism"]),
                str(details["baseline"]),
                int(details["groups"]),
                int(details["counted"]),
                details["replaces"],
                str(details.get("bundle", "")),
            )
        case LogKind.CONTRAST_DROPPED:
            return translate(
                "{when}: the contrast of {mechanism} with {other} was dropped; no group had begun "
                "it.",
                when=at,
                mechanism=in_sentence(str(details["mechanism"])),
                other=in_sentence(str(details["baseline"])),
            )
        case LogKind.GROUPS_ADDED if "mechanism" in details:
            return translate(
                "{when}: {groups} were added to the contrast of {mechanism} with {other}, which "
                "then had {planned} planned.",
                when=at,
                groups=counts.groups(int(details["added"])),
                mechanism=in_sentence(str(details["mechanism"])),
                other=in_sentence(str(details["baseline"])),
                planned=str(details["planned"]),
            )
        case LogKind.GROUPS_ADDED:
            return translate(
                "{when}: {groups} were added to the comparison, which then had {planned} planned.",
                when=at,
                groups=counts.groups(int(details["added"])),
                planned=str(details["planned"]),
            )
        case LogKind.TAKEN_AGAIN:
            return translate(
                "{when}: {step} of iteration {iteration} was taken again; its earlier result is "
                "kept.",
                when=at,
                step=str(details["step"]).upper(),
                iteration=str(details["iteration"]),
            )
        case LogKind.WENT_BACK:
            return translate(
                "{when}: the study went back to {step} of iteration {iteration}: “{reason}”. "
                "{aside}",
                when=at,
                step=str(details["step"]).upper(),
                iteration=str(details["iteration"]),
                reason=str(details["reason"]),
                aside=" ".join(map(translate, set_aside_of_entry(entry))),
            )
        case LogKind.IMPORT_TAKEN_BACK if details["removed"]:
            return translate(
                "{when}: the imported session {session} ({file}, {groups}) was removed: {reason}",
                when=at,
                session=str(details["session"]),
                file=str(details["file"]),
                groups=counts.groups(int(details["groups"])),
                reason=str(details["reason"]),
            )
        case LogKind.IMPORT_TAKEN_BACK:
            return translate(
                "{when}: the imported session {session} ({file}, {groups}) was declared unusable: "
                "{reason}",
                when=at,
                session=str(details["session"]),
                file=str(details["file"]),
                groups=counts.groups(int(details["groups"])),
                reason=str(details["reason"]),
            )
        case LogKind.REGISTERED:
            return translate("{when}: the plan of the comparison was frozen.", when=at)
        case LogKind.TAKEN_AS_IT_IS:
            return taken_as_it_is(entry)
        case LogKind.PASSED_OVER:
            raise ValueError("what was passed over is told by passed_over")
        case _:
            assert_never(entry.kind)


def taken_as_it_was(study: ReadOnlyStudy) -> list[str]:
    """What a study that is found intact has to tell: that it was once taken as it was."""
    entries = (each for each in study.log() if each.kind is LogKind.TAKEN_AS_IT_IS)
    return [taken_as_it_is(entry) for entry in entries]


def taken_as_it_is(entry: LogEntry) -> str:
    """What was missing or changed by another program when a study was gone on with all the same."""
    first = translate("{when}: the study was taken as it is.", when=when_anywhere(entry.utc))
    return f"{first} {what_was_taken(entry.details)}"


def what_was_taken(details: dict[str, Any]) -> str:
    """What an entry says, or would say, that a study had when it was taken as it was."""
    parts: list[str] = []
    if not details["is_known"]:
        parts.append(translate("Nobody could tell whether saved events were missing."))
    if details["missing_events"]:
        parts.append(
            translate("{n} saved event(s) (was|were) missing.", n=details["missing_events"])
        )
    if details["missing_changes"]:
        parts.append(
            translate(
                "{n} saved change(s) of settings, training steps or notes (was|were) missing.",
                n=details["missing_changes"],
            )
        )
    if details["is_other"]:
        parts.append(translate("What it held was not what had been saved."))
    if details.get("event"):  # entries of earlier versions have none
        parts.append(
            translate(
                "Another program had changed the log of events, at event {event} or before it.",
                event=str(details["event"]),
            )
        )
    if details.get("seal"):
        parts.append(
            translate(
                "Another program had changed the seals of what is kept beside the log, at seal "
                "{seal} or before it.",
                seal=str(details["seal"]),
            )
        )
    changed = changed_places_of(details)
    if changed:
        named_ones = ", ".join(translate(named(place)) for place in changed)
        parts.append(translate("Another program had changed: {places}.", places=named_ones))
    return " ".join(parts)


def contrast_planned(
    utc: str,
    mechanism: str,
    other: str,
    groups: int,
    counted: int,
    replaces: str | None = None,
    bundle: str = "",
) -> str:
    """When a contrast was planned, and whether votes had been counted by then.

    Args:
        utc: When.
        mechanism: Name of the mechanism whose votes are counted, as it was planned.
        other: Name of the one that it is compared with.
        groups: Groups that it is to have.
        counted: Other contrasts whose votes had been counted.
        replaces: What the newest mechanism was to be compared with by the settings, if the contrast
            takes the place of that one.
        bundle: The bundle that brought it; empty if it was planned here.
    """
    values = {
        "when": when_anywhere(utc),
        "mechanism": in_sentence(mechanism),
        "other": in_sentence(other),
        "groups": counts.groups(groups),
    }
    told = (
        translate(
            "{when}: the contrast of {mechanism} with {other}, for {groups}, came with the bundle "
            "{bundle}.",
            bundle=bundle,
            **values,
        )
        if bundle
        else translate(
            "{when}: the contrast of {mechanism} with {other} was planned, for {groups}.", **values
        )
    )
    if replaces is not None:
        instead = translate(
            "It takes the place of the comparison of the newest mechanism with {baseline}, which "
            "the settings plan.",
            baseline=in_sentence(replaces),
        )
        told = f"{told} {instead}"
    return f"{told} {planned_late(counted)}".rstrip()


def planned_late(counted: int) -> str:
    """That votes had been counted when a contrast was planned; empty if none had.

    Args:
        counted: Other contrasts whose votes had been counted.
    """
    if not counted:
        return ""
    return translate(
        "It was planned after the votes of {n} other contrast(s) had been counted.", n=counted
    )


def passed_over(decided: PassedOver) -> str:
    """A decision of the experimenter to go on past a finding of the gate."""
    return translate(
        "{day}: “{finding}” was passed over for {mechanism}, because: “{reason}”.",
        day=when_anywhere(decided.utc),
        finding=title(decided.question),
        mechanism=in_sentence(decided.name),
        reason=decided.reason,
    )
