"""Behind the editor: what changes in a painting, how it looks then, who tries it on."""
