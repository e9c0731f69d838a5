"""Controllers: each connects one screen with the store.

A wish of the screen becomes a command; a `Change` that concerns the screen becomes a query
whose snapshot the screen shows. A controller keeps no data of its own.
"""
