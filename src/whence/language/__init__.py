"""Languages: one folder of plain word lists each, and the engines that turn text into a spaCy Doc.

Enters: text. Leaves: Docs. It knows nothing of reports or claims; what words mean for those is said in data files and applied
below.
"""

from whence.language.engine import LONGEST_TEXT, SHIPPED, Engine, load_engine

__all__ = ["LONGEST_TEXT", "SHIPPED", "Engine", "load_engine"]
