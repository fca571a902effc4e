"""Replications of the simulated loop over seeds and grids of settings.

A replication is a study of simulated people in a folder of its own. It is computed by a plain
function (`work.carry_out`) that is given to a `concurrent.futures.Executor`: processes of this
computer, or workers of a Dask cluster. What comes out does not depend on where.
"""
