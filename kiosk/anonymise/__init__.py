"""Takes faces out of photos and films: blurred, or painted ones in their place."""
