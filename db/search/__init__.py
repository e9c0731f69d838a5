"""Finding any record by a few letters of what it says.

find        the one function, for every database
texts       which fields are looked at
letters     what counts as the same letter, and where words stand
candidates  what an index hands back, and which of it is best
index       the index on SQLite, kept by every transaction
lookup      asking it
plain       the same without an index, for other databases
hit         what is found, as it is shown
hits        reading it
"""
