"""The session log: what happened at the kiosk, and never to whom."""
