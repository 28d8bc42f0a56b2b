"""The words of each language, read from `data/texts`."""
