"""Place names in the text → the places they stand for.

Enters: a Doc, the gazetteer, a context where one applies. Leaves: toponyms in the order of the text, each with its best reading or
an honest Absent, its score, its runners-up and the reasons. A garbled name gets a flag and a best reading; the text stays as it is.
"""

from whence.referents.places.locate import RULES, locate

__all__ = ["RULES", "locate"]
