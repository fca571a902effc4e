"""A study's sessions: what its groups play next, what they read, and what people are paid.

A plan names mechanisms by their tables, balances conditions and orders over all sessions of the
same purpose, and holds every text that participants will read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.assignment import plan_contrasts, plan_groups
from hcmd_lab.game.events import PaidOut, PaymentAdjusted, SessionOpened
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.materials import Materials
from hcmd_lab.game.payment import payment
from hcmd_lab.game.plan import GroupPlan, SessionPlan
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.session import obstacle
from hcmd_lab.game.session_rules import GAME_ALONE, SessionRules
from hcmd_lab.game.state import SessionState
from hcmd_lab.storage.session_replay import played_state
from hcmd_lab.study.arena import (
    Pair,
    conditions_used,
    is_contrasts,
    known_table,
    pairs_of_session,
    pairs_to_play,
    stored_table,
)
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.recorded import COPY_FACT
from hcmd_lab.study.study_log import LogKind
from hcmd_lab.texts.shipped import text_folder
from hcmd_lab.texts.text_reader import read_materials
from hcmd_lab.timestamps import utc_now

_PRACTICE = "strict_egalitarian"
"""Divides the fund in practice: equal shares teach the game and nothing about a mechanism."""


def paid_out(state: SessionState, participant: str, *, is_paid: bool) -> PaidOut:
    """The event that notes a payment as handed out now, or takes that back.

    Raises:
        UsageError: There is no such participant.
    """
    if participant not in state.participants:
        raise UsageError("There is no participant {participant}.", participant=participant)
    cents = payment(state, participant).due_cents
    return PaidOut(state.clock_ms, participant, cents, utc_now() if is_paid else "")


class StudySessions(ReadOnlyStudy):
    """A study whose sessions can be planned, read and paid."""

    def plan_session(
        self,
        purpose: Purpose,
        groups: int,
        rules: SessionRules | None = None,
        contrast: int | None = None,
    ) -> tuple[SessionPlan, dict[str, FrozenPolicy]]:
        """Plan a session, balancing conditions and orders over all sessions of the same purpose.

        Args:
            purpose: Acquire plays the newest mechanism against itself or, if the study's settings
                say so, against variations of it; evaluate plays the contrasts of the study; a
                pilot plays what the study would play now and counts for nothing.
            groups: Number of groups.
            rules: Procedure, instructions and surveys, and payment of the session; None for
                the game alone with the defaults.
            contrast: Number of the contrast that its groups play; None balances those that need
                groups.

        Returns:
            The plan, and the tables that it names by their SHA-256.

        Raises:
            OperatorError: The study does not play such a session now, or a text of the session is
                missing or not right.
        """
        rules = rules or GAME_ALONE
        iteration = self.status().iteration
        pairs = pairs_to_play(self, purpose, contrast, stored_table)
        practice = stored_table(self, _PRACTICE) if rules.script.practice_rounds else ""
        seed, plans = self._draw(purpose, groups, pairs, practice)
        pictures: dict[str, bytes] = {}
        plan = SessionPlan(
            purpose,
            iteration,
            seed,
            self.game,
            rules.settings,
            plans,
            rules.script,
            rules.payment,
            self.materials(rules, (each.tail_endowment for each in plans), pictures),
        )
        for data in pictures.values():
            self.store.learned.add_picture(data)
        tables = {sha256: self.store.learned.mechanism(sha256) for sha256 in plan.mechanisms}
        for table in tables.values():
            if table.game != self.game:
                raise OperatorError(
                    "The mechanism {mechanism} was made for another game than this version plays; "
                    "go on with the version that made the study.",
                    mechanism=table.name,
                )
        return plan, tables

    @property
    def default_rules(self) -> SessionRules:
        """The settings of a first session: simulated participants play the game alone."""
        return GAME_ALONE if self.settings.simulated else SessionRules()

    def last_rules(self) -> SessionRules:
        """The settings of the study's last session here, as defaults for the next one.

        Before this lab's first, those of the newest session that came with a bundle: labs that
        share a design begin with the same procedure.
        """
        sessions = self.store.sessions
        newest = sessions.newest_played() or sessions.newest_logged()
        first = None if newest is None else self.store.log.first_event(newest.code)
        if not isinstance(first, SessionOpened):
            return self.default_rules
        return SessionRules(first.plan.settings, first.plan.script, first.plan.payment)

    def materials(
        self,
        rules: SessionRules,
        tail_endowments: Iterable[int],
        pictures: dict[str, bytes] | None = None,
    ) -> Materials:
        """Everything participants will read and be asked, with the session's numbers filled in.

        Args:
            rules: The session's settings.
            tail_endowments: Tail endowments of its groups.
            pictures: Gets the pictures that the texts show, by their SHA-256.

        Raises:
            OperatorError: A text is missing or not right.
        """
        folder = text_folder(self.store.folder.path)
        return read_materials(
            folder, self.settings.name, self.game, rules, tail_endowments, pictures
        )

    def conditions(
        self, purpose: Purpose, groups: int, contrast: int | None = None
    ) -> tuple[int, ...]:
        """The tail endowments that `plan_session` would draw now, one per group.

        Raises:
            OperatorError: The study does not play such a session now.
        """
        return tuple(tail for tail, _ in self.draws(purpose, groups, contrast))

    def draws(
        self, purpose: Purpose, groups: int, contrast: int | None = None
    ) -> tuple[tuple[int, int | None], ...]:
        """Of each group that `plan_session` would draw now, its tail endowment and its contrast.

        The contrast is told by its number; None where no planned contrast is played.

        Raises:
            OperatorError: The study does not play such a session now.
        """
        pairs = pairs_to_play(self, purpose, contrast, known_table)
        numbers: dict[frozenset[str], int] = {}
        if is_contrasts(pairs):
            for plan, number in zip(self.planned_contrasts(), count(1), strict=False):
                sides = (known_table(self, plan.mechanism), known_table(self, plan.other))
                numbers[frozenset(sides)] = number
        return tuple(
            (plan.tail_endowment, numbers.get(frozenset(plan.mechanisms)))
            for plan in self._draw(purpose, groups, pairs)[1]
        )

    def pairs_for(
        self, purpose: Purpose, contrast: int | None = None
    ) -> tuple[tuple[str, str], ...]:
        """Names of the pairs of mechanisms of which `plan_session` would let a group compare one.

        Raises:
            OperatorError: The study does not play such a session now.
        """
        names = {known.sha256: known.name for known in self.store.learned.mechanisms()}
        return tuple(
            (names.get(first, first), names.get(second, second))
            for first, second in pairs_to_play(self, purpose, contrast, known_table)
        )

    def _sessions_ever(self) -> int:
        """How many sessions there have been; of one that was removed no later one gets the seed."""
        removed = [
            entry
            for entry in self.log()
            if entry.kind is LogKind.IMPORT_TAKEN_BACK and entry.details["removed"]
        ]
        return self.store.sessions.count() + len(removed)

    def _draw(
        self,
        purpose: Purpose,
        groups: int,
        pairs: Mapping[Pair, int],
        practice: str = "",
    ) -> tuple[int, tuple[GroupPlan, ...]]:
        """The seed of a new session and the plans of its groups."""
        played_before = conditions_used(self, purpose, self.status().iteration, pairs)
        # Labs that share a study's design must not draw the same groups.
        copy = self.store.facts.get(COPY_FACT, "")
        seed = self.seed(f"session {copy}{self._sessions_ever() + 1}")
        if is_contrasts(pairs):
            plans = plan_contrasts(self.game, groups, pairs, seed, played_before, practice)
        else:
            plans = plan_groups(self.game, groups, list(pairs), seed, played_before, practice)
        return seed, plans

    def another_group(self, state: SessionState) -> GroupPlan:
        """The plan of one more group for a running session, balanced as its own groups are.

        Where participants read the coins that others may have, it is one of the session's own
        conditions: what they read stays true.
        """
        plan = state.plan
        reads = plan.script.instructions or plan.script.control_questions
        tails = tuple(dict.fromkeys(group.tail_endowment for group in plan.groups))
        game = replace(plan.game, tail_endowments=tails) if reads else plan.game
        seed = self.seed(f"group {len(state.groups) + 1} of session {plan.seed}")
        pairs = pairs_of_session(self, plan)
        used = conditions_used(self, plan.purpose, plan.iteration, pairs)
        practice = plan.groups[0].practice_mechanism
        if is_contrasts(pairs):
            (drawn,) = plan_contrasts(game, 1, pairs, seed, used, practice)
        else:
            (drawn,) = plan_groups(game, 1, list(pairs), seed, used, practice)
        return drawn

    def session_state(self, session: str = "") -> tuple[str, SessionState]:
        """A session's final state according to its log.

        Args:
            session: Its code, also of one that came with a bundle; empty for the newest that was
                played here.

        Returns:
            Its code and its state.

        Raises:
            UsageError: There is no such session, or it was imported.
            OperatorError: None was played here yet, or another program has changed its log.
        """
        logged = [row.code for row in self.store.tables.sessions() if not row.imported]
        labs = self.labs()
        played = [code for code in logged if code not in labs]
        code = session or next(reversed(played), "")
        if code not in logged and not played:
            raise OperatorError("The study has no session that was played here.")
        if code not in logged:
            raise UsageError(
                "The study has no session {session} that was played here; its sessions are: "
                "{sessions}.",
                session=code,
                sessions=", ".join(played),
            )
        return code, played_state(self.store.log, code)

    def require_played_here(self, session: str) -> None:
        """Check that this lab knows who was expected in a session, and who came.

        Raises:
            UsageError: It was played in another one.
        """
        lab = self.labs().get(session)
        if lab is not None:
            raise UsageError(
                "Session {session} was played in another lab ({lab}): that lab knows who was "
                "expected, and who came.",
                session=session,
                lab=lab,
            )

    def require_paid_here(self, session: str) -> None:
        """Check that the participants of a session are paid by this lab.

        Raises:
            UsageError: They played in another one, whose study notes what they are paid.
        """
        lab = self.labs().get(session)
        if lab is not None:
            raise UsageError(
                "Session {session} was played in another lab ({lab}); its participants are paid "
                "there, and a bundle of that lab brings what they were paid.",
                session=session,
                lab=lab,
            )

    def add_payment(self, session: str, event: PaymentAdjusted | PaidOut) -> None:
        """Log a change of a payment, in a session that no program is hosting now.

        Raises:
            UsageError: There is no such session or participant, the reason is missing, nobody
                is paid there, or another lab pays.
        """
        code, state = self.session_state(session)
        self.require_paid_here(code)
        why_not = obstacle(state, event)
        if why_not is not None:
            raise UsageError("The payment cannot be changed: {why}.", why=why_not)
        self.store.log.append(code, [event], utc_now())
