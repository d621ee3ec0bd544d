"""Measures how good the engine's pictures are; no part of it runs for a visitor."""
