"""The files of a job's folder, and the word that ends a job."""

from hcmd_lab.game.acquisition import Variation

JOB_FILE = "job.json"
"""The job itself, in its folder."""

DATASET_FILE = "dataset.jsonl"
"""What was played, in the folder of a job that needs it (`hcmd_lab.dataset`)."""

MECHANISM_FILE = "mechanism.bin"
"""The table that a job is to foresee."""

BASELINE_FILE = "baseline.bin"
"""The table that it is compared with."""

RESUME_FILE = "resume.safetensors"
"""What a job that was stopped goes on from, in its folder; it is there once something is saved."""

STOP = b"stop"
"""What is sent to the training process to make it save its state and end."""


def played_file(number: int) -> str:
    """The file of a mechanism's table in a job's folder; `number` counts the job's `played`."""
    return f"played-{number}.bin"


def variation_file(variation: Variation) -> str:
    """The file of a variation's table, in the folder of the job that made it."""
    return f"frozen-{variation.value}.bin"
