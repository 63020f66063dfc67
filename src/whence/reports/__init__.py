"""Files, pages, PDFs, JSON Lines and addresses → reports.

`load` is the door: it takes whatever the caller names and yields a `Report` or a `Failure` for each. In the order of the work:
`inputs` opens folders and patterns, `fetch` gets addresses (`addresses` says which), `kinds` tells what the bytes are, `decode`
makes text of them, then `pages` (with `markup`, `times`, `sites`), `plain`, `pdf` or `lines` reads them; `credits` and `identify`
serve all. It changes no text once it is in a report.
"""

from whence.reports.load import Failure, count_hint, load
from whence.reports.options import LoadOptions

__all__ = ["Failure", "LoadOptions", "count_hint", "load"]
