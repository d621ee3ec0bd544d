"""What stands beneath the painting in the editor: one panel for each tool."""
