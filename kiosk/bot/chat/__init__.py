"""What the bot says in a chat, and to what."""
