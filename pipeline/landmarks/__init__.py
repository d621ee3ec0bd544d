"""Face points for every frame; irises and expression for stills."""
