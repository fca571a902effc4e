"""Training jobs as records: requests, progress, results.

They cross the boundary between the lab's process and the training process as JSON, so they hold
names, numbers and file names only. Nothing here imports torch.

A job owns a folder: `job.json` (the job itself), what it was given (`dataset.jsonl`), what it needs
to go on after being stopped (`resume.safetensors`) and what it made. Checkpoints are written to
`checkpoints`, named by the SHA-256 of their bytes.
"""
