"""The demo visitor's parts: a portrait, the warps that move it, and its script."""
