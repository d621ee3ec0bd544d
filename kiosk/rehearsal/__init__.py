"""Visits without a public: the real kiosk in a window that nobody sees."""
