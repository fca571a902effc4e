"""What was tried on each medium that a study may lie on: a part of the page, written by hand."""

MEDIA: tuple[tuple[str, str, str, str], ...] = (
    (
        "Write-protected",
        "everything that reads a study, with and without a write-ahead log, also one of an earlier "
        "version; what has to write says so; no study is made there",
        "a real mount that is read-only",
        "security/test_media_that_cannot_be_written.py",
    ),
    (
        "Full",
        "the same",
        "a real file system of 4 MB without a free block",
        "security/test_media_that_cannot_be_written.py",
    ),
    (
        "Full, over its quota, write-protected or pulled out in a session",
        "three times each while four stations play: nothing is confirmed meanwhile, each has its "
        "own sentence, the session goes on",
        "the real host; the system's calls fail for its folder alone; pulled out also so that what "
        "was open stays dead",
        "security/test_disks_that_fail.py",
    ),
    (
        "Gone",
        "each command that reads says so and calls nothing damaged",
        "the same",
        "security/test_disks_that_fail.py",
    ),
    (
        "Without locks",
        "no study is made, none is hosted or opened; nobody is said to write",
        "the same",
        "security/test_disks_that_fail.py",
    ),
    (
        "Losing power",
        "disks that a cut can leave",
        "a trace of a real session's writes",
        "security/test_power_cuts.py",
    ),
    (
        "A network share",
        "recognised when a study is made, in the preflight and in faults",
        "the system's table of mounts as text: **no real share was mounted**",
        "unit/storage/test_file_system.py",
    ),
    (
        "A folder that a service synchronises, such as OneDrive",
        "recognised by its name, its marks and the environment",
        "folders as these services make them: **no such service ran**",
        "unit/storage/test_file_system.py",
    ),
    (
        "The same, when it takes files away or puts older ones back",
        "a lost write-ahead log and an older copy are told, and backups bring them back",
        "files that are taken away and put back",
        "unit/storage/test_backups.py",
    ),
    (
        "A path that is too long",
        "no study is made there; one is made at the longest that is allowed",
        "real folders; Windows' limit as text",
        "unit/storage/test_file_system.py",
    ),
)
"""Medium, what was tried, on what, and the test."""


def media_part() -> str:
    """The part as Markdown."""
    lines = [
        "| " + " | ".join((medium, tried, on, f"`tests/{test}`")) + " |"
        for medium, tried, on, test in MEDIA
    ]
    return "\n".join(
        [
            "## Media",
            "",
            "| Medium | What was tried | On what | Test |",
            "| --- | --- | --- | --- |",
            *lines,
            "",
            "",
        ]
    )
