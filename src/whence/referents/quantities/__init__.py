"""How many: the counts and measures of a report, with the range that their words allow.

Enters: the engine's Doc of a report's text, and the spans of times and names whose numbers count nothing. Leaves: quantities in the
order of the text, each with what is counted, what befell those counted, and the words that say so. It adds nothing up, and makes up
no number for words that give none.
"""

from whence.referents.quantities.find import RULES, find_quantities

__all__ = ["RULES", "find_quantities"]
