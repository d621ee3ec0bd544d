"""Pieces that screens are made of. They know neither engine nor flow."""
