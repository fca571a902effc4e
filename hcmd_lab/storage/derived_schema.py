"""The derived tables: a readable copy of the event log, made from it alone.

They can be dropped and refilled at any time, so they need no migrations: whatever opens a study of
an older format makes them anew. `group` and `round` are words of SQL, hence the longer names.

What a study asks at each end of a group, it asks of indexes and of the tally of the groups
(`hcmd_lab.storage.group_tally`): neither is larger in a study with more groups.
"""

from hcmd_lab.storage.group_tally import CREATE_TALLY

DERIVED_TABLES = (
    "session",
    "session_group",
    "participant",
    "decision",
    "outcome",
    "vote",
    "control_answer",
    "questionnaire_answer",
    "incident",
)
"""In an order in which each refers to earlier ones only."""

_SLOT = """
    session TEXT NOT NULL,
    group_number INTEGER NOT NULL,
    stage INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 3),
    round_number INTEGER NOT NULL CHECK (round_number >= 1),
    seat INTEGER NOT NULL CHECK (seat >= 0),
"""

CREATE_DERIVED = (
    """
    CREATE TABLE session (
        code TEXT PRIMARY KEY,
        event_id INTEGER NOT NULL UNIQUE,
        purpose TEXT NOT NULL CHECK (purpose IN ('acquire', 'evaluate', 'pilot')),
        iteration INTEGER NOT NULL,
        imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
        seed INTEGER,
        rounds INTEGER,
        multiplier_percent INTEGER,
        settings TEXT,
        status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
        opened_utc TEXT NOT NULL,
        closed_utc TEXT
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE session_group (
        session TEXT NOT NULL REFERENCES session (code),
        group_number INTEGER NOT NULL CHECK (group_number >= 1),
        tail_endowment INTEGER NOT NULL,
        mechanism_1 TEXT NOT NULL,
        mechanism_2 TEXT NOT NULL,
        practice_mechanism TEXT NOT NULL DEFAULT '',
        seat_order TEXT,
        left_stage TEXT,
        status TEXT NOT NULL
            CHECK (status IN (
                'waiting', 'playing', 'complete', 'ended_early', 'void', 'unfilled'
            )),
        votes_1 INTEGER,
        votes_2 INTEGER,
        by_coin INTEGER,
        winner INTEGER CHECK (winner IN (1, 2)),
        bots INTEGER NOT NULL DEFAULT 0,
        given INTEGER NOT NULL DEFAULT 0,
        rounds_1 INTEGER NOT NULL DEFAULT 0,
        rounds_2 INTEGER NOT NULL DEFAULT 0,
        set_aside TEXT NOT NULL DEFAULT '' CHECK (set_aside IN ('', 'data', 'unused')),
        PRIMARY KEY (session, group_number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE participant (
        session TEXT NOT NULL REFERENCES session (code),
        code TEXT NOT NULL,
        is_bot INTEGER NOT NULL CHECK (is_bot IN (0, 1)),
        station TEXT NOT NULL,
        group_number INTEGER,
        seat INTEGER,
        dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
        turned_away INTEGER NOT NULL DEFAULT 0 CHECK (turned_away IN (0, 1)),
        language TEXT NOT NULL DEFAULT '',
        consent INTEGER CHECK (consent IN (0, 1)),
        consent_version TEXT,
        consent_utc TEXT,
        adjusted_cents INTEGER CHECK (adjusted_cents >= 0),
        adjusted_reason TEXT,
        checked_in_utc TEXT NOT NULL,
        PRIMARY KEY (session, code),
        UNIQUE (session, group_number, seat),
        FOREIGN KEY (session, group_number) REFERENCES session_group
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE decision ({_SLOT}
        endowment INTEGER NOT NULL CHECK (endowment >= 1),
        contribution INTEGER NOT NULL CHECK (contribution BETWEEN 0 AND endowment),
        decided_by TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        event_id INTEGER NOT NULL,
        PRIMARY KEY (session, group_number, stage, round_number, seat),
        FOREIGN KEY (session, group_number) REFERENCES session_group
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE outcome ({_SLOT}
        mechanism TEXT NOT NULL,
        weight_units INTEGER CHECK (weight_units >= 0),
        payout_hundredths INTEGER NOT NULL CHECK (payout_hundredths >= 0),
        at_ms INTEGER NOT NULL,
        event_id INTEGER NOT NULL,
        PRIMARY KEY (session, group_number, stage, round_number, seat),
        FOREIGN KEY (session, group_number, stage, round_number, seat) REFERENCES decision
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE vote (
        session TEXT NOT NULL,
        group_number INTEGER NOT NULL,
        seat INTEGER NOT NULL CHECK (seat >= 0),
        choice INTEGER CHECK (choice IN (1, 2)),
        decided_by TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        event_id INTEGER NOT NULL,
        PRIMARY KEY (session, group_number, seat),
        FOREIGN KEY (session, group_number) REFERENCES session_group
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE control_answer (
        event_id INTEGER PRIMARY KEY,
        session TEXT NOT NULL,
        participant TEXT NOT NULL,
        question TEXT NOT NULL,
        answer INTEGER NOT NULL,
        correct INTEGER NOT NULL CHECK (correct IN (0, 1)),
        at_ms INTEGER NOT NULL,
        FOREIGN KEY (session, participant) REFERENCES participant (session, code)
    ) STRICT
    """,
    """
    CREATE TABLE questionnaire_answer (
        session TEXT NOT NULL,
        participant TEXT NOT NULL,
        item TEXT NOT NULL,
        answer TEXT,
        at_ms INTEGER NOT NULL,
        event_id INTEGER NOT NULL,
        PRIMARY KEY (session, participant, item),
        FOREIGN KEY (session, participant) REFERENCES participant (session, code)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE incident (
        event_id INTEGER PRIMARY KEY,
        session TEXT NOT NULL REFERENCES session (code),
        at_ms INTEGER NOT NULL,
        kind TEXT NOT NULL,
        group_number INTEGER,
        seat INTEGER,
        station TEXT,
        participant TEXT,
        reason TEXT,
        FOREIGN KEY (session, group_number) REFERENCES session_group
    ) STRICT
    """,
    "CREATE INDEX session_of_purpose ON session (purpose)",
    "CREATE INDEX session_opened ON session (opened_utc)",
    "CREATE INDEX session_closed ON session (closed_utc)",
    "CREATE INDEX session_open ON session (event_id) WHERE status = 'open'",
    "CREATE INDEX group_void ON session_group (session, group_number) WHERE status = 'void'",
    "CREATE INDEX group_unused ON session_group (session, group_number) WHERE set_aside = 'unused'",
    "CREATE INDEX control_answer_of_session ON control_answer (session)",
    "CREATE INDEX incident_of_session ON incident (session)",
    *CREATE_TALLY,
)
"""Statements in order; they go with their tables."""
