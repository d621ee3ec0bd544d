"""Packs of paintings: what they say, whether they are right, and which are shown.

A pack is a folder with a ``pack.toml`` (`kiosk.packs.schema`) and pictures. Those below
``museum_targets`` came with the kiosk; the others are installed (`kiosk.packs.store`).
`kiosk.packs.library` puts both together.
"""
