"""The words that festivals are written in.

`declare` says what a festival is; `civil`, `church`, `hebrew`, `coptic` and their neighbors say when. Every rule can
be carried on: moved by weekday, shifted by days, transferred before another feast, lengthened to a span.
"""
