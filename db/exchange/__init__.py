"""Session files: written on one laptop, checked whole and received by another.

archive    the ZIP and its limits
document   the two JSON members and their models
check      what the models cannot see: references, history, one plan
compare    what a file would bring here
receive    the union of both, and what it means
receipts   what came when, and taking it back
send       what leaves
"""
