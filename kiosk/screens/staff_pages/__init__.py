"""The pages of the staff area, one file each, and what they are made of."""
