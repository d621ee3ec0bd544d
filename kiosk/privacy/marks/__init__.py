"""Marks in every picture that is handed out: seen, in its metadata, and signed."""
