"""How a visitor gets their picture."""
