"""The register: records, their history, and the session files that travel.

Nothing here knows a window or a document; every other layer may import it.
"""
