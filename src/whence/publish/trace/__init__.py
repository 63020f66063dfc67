"""A trace made to be looked at or sent on: as a page, in the terminal, as JSON, Markdown, DOT and GraphML.

Enters: a `Trace` and, where they are at hand, the readings that it was made from. Leaves: strings, plain data and renderables. This
folder decides nothing: what it shows is in the trace, and the passages are those of its reports.
"""
