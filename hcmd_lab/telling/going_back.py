"""Going back to a step, in words: what is set aside, before and afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.going_back import SetAside, WayBack
from hcmd_lab.study.status import Step
from hcmd_lab.study.study_log import LogEntry
from hcmd_lab.telling.translate import translate


@dataclass(frozen=True, slots=True)
class WayBackTold:
    """What going back does, in words.

    Attributes:
        heading: Before the list of what is set aside.
        aside: Exactly that, a sentence each.
        remains: What becomes of it, and what stays data for MODEL, a sentence each.
    """

    heading: str
    aside: tuple[str, ...]
    remains: tuple[str, ...]

    @property
    def sentences(self) -> list[str]:
        """All of it, in order."""
        return [self.heading, *self.aside, *self.remains]


def way_back_in_words(way: WayBack, *, keep_data: bool) -> WayBackTold:
    """Exactly what going back sets aside, and what it leaves."""
    return WayBackTold(
        translate(
            "Going back to {step} of iteration {iteration} sets aside:",
            step=way.goal.step.upper(), iteration=way.goal.iteration,
        ),
        tuple(translate(each) for each in _set_aside(way)),
        tuple(translate(each) for each in _remaining(way, keep_data=keep_data)),
    )  # fmt: skip


def _set_aside(way: WayBack) -> list[Sentence]:
    said = _results(way)
    pilots = sum(session.purpose == "pilot" for session in way.sessions)
    if way.sessions:
        said.append(
            Sentence(
                "{n} session(s) with {groups} counting now and {votes}.",
                n=len(way.sessions),
                groups=Sentence("{n} group(s)", n=way.groups),
                votes=Sentence("{n} vote(s)", n=way.votes),
            )
        )
    if pilots:
        said.append(Sentence("{n} of the sessions (is a pilot|are pilots).", n=pilots))
    if way.compared:
        said.append(
            Sentence(
                "{n} of the groups (has|have) compared mechanisms for EVALUATE.", n=way.compared
            )
        )
    if way.mechanisms:
        said.append(
            Sentence(
                "{n} mechanism(s): {names}.",
                n=len(way.mechanisms),
                names=_list([spoken_name(row.name) for row in way.mechanisms]),
            )
        )
    said += [
        Sentence(
            "The planned contrast of {mechanism} with {other}.",
            mechanism=spoken_name(plan.mechanism),
            other=spoken_name(plan.other),
        )
        for plan in way.contrasts
    ]
    if way.registration is not None:
        said.append(
            Sentence("The registration of the comparison; another plan can be registered then.")
        )
    return said


def _remaining(way: WayBack, *, keep_data: bool) -> list[Sentence]:
    said = [
        Sentence(
            "Nothing of that is deleted: it stays in the study, is marked in exports, report and "
            "bundle, and is used by nothing."
        ),
        *(
            Sentence(
                "{step} has begun and has no result yet; what it has saved is deleted.",
                step=step.upper(),
            )
            for step in way.begun
        ),
        Sentence("A backup of the study is made first."),
    ]
    if way.data and keep_data:
        said.append(
            Sentence("Only what {n} group(s) did in ACQUIRE stays data for MODEL.", n=way.data)
        )
    elif way.data:
        said.append(
            Sentence("What {n} group(s) did in ACQUIRE is not data for MODEL any more.", n=way.data)
        )
    return said


def _results(way: WayBack) -> list[Sentence]:
    """The results of training steps, counted by step."""
    return [
        Sentence("{n} result(s) of {step}.", n=way.count(step), step=step.upper())
        for step in (Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE)
        if way.count(step)
    ]


def set_aside_of_entry(entry: LogEntry) -> Iterator[Sentence]:
    """What an entry of the study's log says was set aside."""
    details = entry.details
    yield Sentence(
        "Set aside: {runs}, {sessions} with {groups} and {votes}.",
        runs=Sentence("{n} result(s) of training steps", n=len(details["runs"])),
        sessions=Sentence("{n} session(s)", n=len(details["sessions"])),
        groups=Sentence("{n} group(s)", n=int(details["groups"])),
        votes=Sentence("{n} vote(s)", n=int(details["votes"])),
    )
    if details["registration"]:
        yield Sentence("The plan of the comparison that was frozen before was set aside, too.")
    contrasts = len(details.get("contrasts", []))
    if contrasts:
        yield Sentence("{n} planned contrast(s) left the plan.", n=contrasts)


def set_aside_in_words(found: SetAside) -> list[str]:
    """What a study has set aside, by name; nothing if it has not gone back."""
    if not found:
        return []
    said = (
        [
            Sentence(
                "{n} result(s) of training steps (is|are) set aside: {results}.",
                n=len(found.runs),
                results=_list(
                    [
                        Sentence("{step} of iteration {n}", step=run.kind.upper(), n=run.iteration)
                        for run in found.runs
                    ]
                ),
            )
        ]
        if found.runs
        else []
    )
    if found.sessions:
        said.append(
            Sentence(
                "{n} session(s) (is|are) set aside: {codes}. Without that, {groups} would count.",
                n=len(found.sessions),
                codes=", ".join(session.code for session in found.sessions),
                groups=Sentence("{n} group(s)", n=found.groups),
            )
        )
    if found.data:
        said.append(
            Sentence("What {n} of the groups did in ACQUIRE stays data for MODEL.", n=found.data)
        )
    return [translate(each) for each in said]


def _list(sentences: Sequence[Sentence]) -> str:
    return ", ".join(translate(each) for each in sentences)
