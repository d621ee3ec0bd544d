"""The vision engine: a visitor's living face in a painting.

It knows no Qt, no database and no network.
"""
