"""The HTTP API for kiosks, and the door for Telegram's webhook."""
