"""The sitters: one module for each picture."""
