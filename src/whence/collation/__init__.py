"""Collation: claims of many reports → assertions, clusters of passages that say the same.

Enters: readings. Leaves: their units, how likely each two say the same, and the assertions.
"""

from whence.collation.align import align
from whence.collation.assertions import cluster
from whence.collation.comparison import Comparison

__all__ = ["Comparison", "align", "cluster"]
