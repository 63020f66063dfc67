"""Lineage: who wrote from whom, lost ancestors, witnesses, and what changed on the way.

Enters: readings, compared. Leaves: a stemma with the evidence of each edge, routes of each assertion along it, those who stand
behind it, and variations.
"""
