"""What a session has come to, in figures."""

from PySide6.QtWidgets import QGridLayout, QWidget

from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.study.counting import Exclusion
from hcmd_lab.study.session_alarms import logged_alarms
from hcmd_lab.study.study import Study
from hcmd_lab.telling.alarms import alarm_words
from hcmd_lab.telling.groups import group_count_in_words
from hcmd_lab.telling.numbers import percent, whole
from hcmd_lab.telling.translate import translate
from ui.control.session.wizard_page import clear
from ui.look import SPACE
from ui.look.widgets import label

_MOST_ALARMS = 6


class SessionFacts(QWidget):
    """Counts of groups, minutes and decisions of a session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create it without a session."""
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(SPACE[5])
        self._rows.setVerticalSpacing(SPACE[2])
        self._rows.setColumnStretch(1, 1)

    def show_session(self, study: Study, session: str, state: SessionState) -> None:
        """Show a session's figures."""
        clear(self._rows)
        self._add_groups(state)
        self._add_counts(study, session)
        minutes = max(1, round(state.clock_ms / 60_000))
        self._add(translate("Time"), translate("{n} minute(s)", n=minutes))
        self._add_contributions(study, session)
        self._add_alarms(study, session)

    def _add_groups(self, state: SessionState) -> None:
        phases = [group.phase for group in state.groups.values()]
        names = (
            (Phase.FINISHED, translate("Groups complete")),
            (Phase.ENDED_EARLY, translate("Ended early, with pay")),
            (Phase.VOID, translate("Void")),
            (Phase.UNFILLED, translate("Closed, unfilled")),
        )
        for phase, name in names:
            count = phases.count(phase)
            if count or phase is Phase.FINISHED:
                words = translate("{count} of {groups}", count=count, groups=len(phases))
                self._add(name, words)

    def _add_counts(self, study: Study, session: str) -> None:
        counts = study.group_counts(session)
        counting = sum(count.counts for _, count in counts)
        words = translate("{count} of {groups}", count=counting, groups=len(counts))
        self._add(translate("Count for the study"), words)
        for group, count in counts:
            if count.exclusion not in (None, Exclusion.PILOT):  # the whole session is a pilot
                why_not = label(translate(group_count_in_words(group.number, count)), "caption")
                self._rows.addWidget(why_not, self._rows.rowCount(), 0, 1, 2)

    def _add_contributions(self, study: Study, session: str) -> None:
        decisions = study.store.tables.decisions(session)
        late = sum(row.decided_by == "timeout" for row in decisions)
        stand_in = sum(row.decided_by == "stand_in" for row in decisions)
        self._add(translate("Contributions"), whole(len(decisions)))
        share = percent(late / len(decisions), 1) if decisions else "–"
        self._add(
            translate("Made by default, as nothing was chosen in time"),
            translate("{count} ({share})", count=whole(late), share=share),
        )
        if stand_in:
            self._add(translate("Made for participants who had left"), whole(stand_in))

    def _add_alarms(self, study: Study, session: str) -> None:
        alarms = [each for each in logged_alarms(study.store) if each.session == session]
        if not alarms:
            return
        self._add(translate("Alarms"), whole(sum(each.alarm.count for each in alarms)))
        for each in alarms[:_MOST_ALARMS]:
            said = label(alarm_words(each.alarm), "caption")
            self._rows.addWidget(said, self._rows.rowCount(), 0, 1, 2)
        if alarms[_MOST_ALARMS:]:
            more = translate("and {n} more; the log tells them all", n=len(alarms) - _MOST_ALARMS)
            self._rows.addWidget(label(more, "caption"), self._rows.rowCount(), 0, 1, 2)

    def _add(self, name: str, value: str) -> None:
        row = self._rows.rowCount()
        self._rows.addWidget(label(name, "body", wrap=False), row, 0)
        self._rows.addWidget(label(value, "heading", wrap=False), row, 1)
