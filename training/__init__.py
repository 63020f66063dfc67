"""How the shipped models are made. Needs the extra `train`; nothing in the package imports it."""
