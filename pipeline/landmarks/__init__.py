"""Face points: the 468-point mesh for every frame, 478 points and expression for stills."""
