"""What leads a visitor from the first touch to the wiped screen."""
