"""The models that paint: which are there, how they do, and how more come in."""
