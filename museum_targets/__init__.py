"""Packs of paintings, and the painter of our own ones."""
