"""Tries out whether the program is whole: every part of it, on its own known inputs."""
