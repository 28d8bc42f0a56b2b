"""Readers of `data/`: each knows one kind of file and its errors."""
