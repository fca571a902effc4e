"""A replication package: a study's data, results, pictures and a script that remakes them."""
