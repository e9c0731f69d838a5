"""The official documents: snapshots in, bytes out; no window, no database, no clock."""
