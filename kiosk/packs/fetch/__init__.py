"""Fetches paintings from museums' open collections.

Nothing here goes online by itself: a caller has to ask for a painting or a search.
The clients are written from the museums' documentation and tested against servers on
this computer that answer as documented; that they work live is unproven.
"""
