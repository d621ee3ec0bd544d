"""The actions of ``kiosk bot``, one module each."""
