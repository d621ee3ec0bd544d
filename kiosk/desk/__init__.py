"""What stands behind the staff's screens: PINs, pages, settings, the way out."""
