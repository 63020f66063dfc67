"""When: the time expressions of a report, and the intervals that they stand for.

Enters: the engine's Doc of a report's text and the report. Leaves: expressions with intervals, or with the reason why there is
none. It never takes an unknown date for the day of publication.
"""

from whence.referents.times.anchor import ZONES, publication
from whence.referents.times.find import BOUND, CONTRADICTS, EVENT, RULES, TOLD_AS_PAST, dateline, find_times

__all__ = ["BOUND", "CONTRADICTS", "EVENT", "RULES", "TOLD_AS_PAST", "ZONES", "dateline", "find_times", "publication"]
