"""The print edition: poster, booklet, greeting sheet, rule book and yearly table, set by Typst.

observances + texts + edition -> content (JSON) -> template -> bytes, each step pure: the same input gives the same
bytes. Templates hold no words and no festivals; content holds no measures.
"""
