"""Reads: each takes a session from `Workspace.read` and returns frozen snapshots."""
