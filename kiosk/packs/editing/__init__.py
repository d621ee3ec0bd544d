"""What people change in a painting of a pack, and how it is saved. No Qt."""
