"""Whole sessions at a time of their own: the real host, stations and storage, from one seed.

What is real: `SessionRunner` and all below it, `StationLink` and all above its socket, messages as
text, the database. What is made: time (`world`), the wires (`wires`), the disk's faults (`disk`),
people (`people`). What must hold is judged by `fairness` while it happens, and by `reader`, which
shares no code with the product, from the log alone.
"""
