"""Screens: one QWidget for each thing a visitor does. They only show and tell."""
