"""Makes a pack of a folder of pictures and a spreadsheet of their titles.

`draft.py` reads both and says what does not match; `writing.py` writes the pack.
Neither changes the folder or the spreadsheet.
"""
