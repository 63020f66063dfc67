"""What all tests share: property tests try the same examples each time, however slow the machine.

To look for new ones: `pytest --hypothesis-profile=default`.
"""

from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")
