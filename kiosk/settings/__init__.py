"""The kiosk's settings: one TOML file, overridden by the environment. No Qt here."""
