"""What staff see and may do; no Qt."""
