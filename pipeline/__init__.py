"""The vision engine: a visitor's living face in a painting. No Qt, no database, no network."""
