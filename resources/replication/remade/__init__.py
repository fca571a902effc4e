"""What the script of a replication package computes again."""
