"""Named commands: each is one transaction, one step of undo, and returns its `Change`."""
