"""Builds the program for venues: a folder that needs no Python, with all licences.

``./start build`` runs it with PyInstaller and ``kiosk.spec``; nothing of it is shipped.
"""
