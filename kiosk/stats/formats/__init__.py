"""Figures in the formats of spreadsheets and programs."""
