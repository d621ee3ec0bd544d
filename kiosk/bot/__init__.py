"""The service that hands pictures over: an HTTP API for kiosks, and the Telegram bot.

It runs as a process of its own (``kiosk bot run``), beside a kiosk or far away.
"""
