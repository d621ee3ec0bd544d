"""Reports of figures that people read: words, charts, HTML and PDF."""
