"""The house painter: original portraits for the studio pack, made from code alone."""
