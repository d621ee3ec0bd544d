"""Figures: what operators read out of the session log, and where it is defined."""
