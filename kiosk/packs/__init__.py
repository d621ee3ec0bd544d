"""Packs of paintings: folders with a ``pack.toml`` under ``museum_targets``."""
