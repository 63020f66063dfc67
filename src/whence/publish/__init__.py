"""Records made to be looked at or sent on: a reading as a sheet in the terminal, JSON, Markdown, HTML, a data frame.

Enters: readings. Leaves: strings, plain data and Rich renderables. This room prints nothing, writes no file and decides
nothing: what it shows is in the reading. Start with `sheet.py`; `formats.py` is the table of formats; `event_groups.py`,
`sections.py` and `chains.py` put claims in order; `summary.py`, `event_wording.py` and `wording.py` hold the words that all share.
"""

from whence.publish.formats import FORMATS, Format, FormatName
from whence.publish.sheet import ClaimSheet

__all__ = ["FORMATS", "ClaimSheet", "Format", "FormatName"]
