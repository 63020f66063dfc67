"""The catalogue of errors: one root, one code each, a message that names the input and says what to do."""

from __future__ import annotations


class WhenceError(Exception):
    """The root of all that Whence raises on purpose. `code` is stable and searchable."""

    code = "W000"

    def __str__(self) -> str:
        """Return the message with its code behind it."""
        return f"{super().__str__()} [{self.code}]"


class SpanError(WhenceError):
    """A span that no text can hold."""

    code = "W001"

    def __init__(self, start: int, end: int) -> None:
        """Name the offsets."""
        super().__init__(f"a span needs 0 <= start < end, not {start}, {end}")


class InputError(WhenceError):
    """An input that gives no report. `origin` is the input as it was named, `reason` what is wrong; `advice` what to do about it.

    The message is one line whatever the input's name holds, and the error survives pickling.
    """

    code = "W100"
    advice = ""

    def __init__(self, origin: str, reason: str) -> None:
        """Keep the input's name and the reason."""
        super().__init__(origin, reason)
        self.origin = origin
        self.reason = reason

    def __str__(self) -> str:
        """Return `input: reason; advice [code]` on one line, unprintable characters escaped."""
        line = f"{self.origin}: {self.reason}" + (f"; {self.advice}" if self.advice else "")
        clean = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in line)
        return f"{clean} [{self.code}]"


class EmptyInput(InputError):
    """An input without a single character."""

    code = "W101"
    advice = "save or send it again"


class NoText(InputError):
    """An input that can be read but holds no running text."""

    code = "W102"
    advice = "give the page or file that holds the story itself"


class UnknownKind(InputError):
    """Neither a page, nor text, Markdown, PDF or JSON Lines."""

    code = "W103"
    advice = "give HTML, plain text, Markdown, PDF or JSON Lines"


class Undecodable(InputError):
    """Bytes that are not text in the declared encoding, nor in UTF-8."""

    code = "W104"
    advice = "convert it to UTF-8 or name its encoding"


class TooLarge(InputError):
    """More bytes than the limit."""

    code = "W105"
    advice = "raise the limit if it is worth it"


class PdfWithoutText(InputError):
    """A PDF that holds pictures of pages and no text layer."""

    code = "W106"
    advice = "run text recognition (OCR) on it first"


class BrokenPdf(InputError):
    """A PDF that is encrypted or cannot be read."""

    code = "W107"
    advice = "save it again without a password, or export its text"


class OnlyMenu(InputError):
    """A page of links, menus and notices around no story."""

    code = "W108"
    advice = "give the address of the story itself, or save the page after it has loaded"


class BadLine(InputError):
    """A line of a JSON Lines input that is not a report; the other lines go on."""

    code = "W109"
    advice = "each line is one JSON object with a text field"


class MissingInput(InputError):
    """A file that is not there."""

    code = "W110"
    advice = "check the path"


class EmptyFolder(InputError):
    """A folder without a file of a known kind."""

    code = "W111"
    advice = "name the files themselves to have them read whatever their suffix"


class EmptyGlob(InputError):
    """A pattern that no file matches."""

    code = "W112"
    advice = "check the pattern"


class Unreadable(InputError):
    """A file that the system will not hand over."""

    code = "W113"
    advice = "check its permissions"


class TooComplex(InputError):
    """Markup or pages beyond what any report needs, refused to bound time and memory."""

    code = "W114"
    advice = "give the story's text alone"


class AddressRefused(InputError):
    """An address that is not fetched on principle: another scheme, a password in it, a private network."""

    code = "W120"
    advice = "save the page and give the file"


class FetchFailed(InputError):
    """An address that gave no page: unknown host, no connection, an error answer, a broken transfer."""

    code = "W121"
    advice = "try again later, or save the page and give the file"


class FetchTimeout(InputError):
    """An address that took too long."""

    code = "W122"
    advice = "try again later or allow more time"


class TooManyRedirects(InputError):
    """An address that sends its reader on and on."""

    code = "W123"
    advice = "give the address where it should end"


class UnknownEngine(WhenceError):
    """An engine that is neither the shipped one nor an installed spaCy pipeline."""

    code = "W201"

    def __init__(self, name: str) -> None:
        """Name the engine."""
        super().__init__(f"engine {name!r}: no spaCy pipeline of that name is installed; use whence, or install the pipeline")


class UnfitEngine(WhenceError):
    """A spaCy pipeline without what claims are read from."""

    code = "W202"

    def __init__(self, name: str, lacking: list[str]) -> None:
        """Name the engine and what it lacks."""
        super().__init__(f"engine {name!r}: has no {' and no '.join(lacking)}; choose a pipeline that parses and finds entities")


class TextTooLong(WhenceError):
    """A text beyond what an engine takes."""

    code = "W203"

    def __init__(self, length: int, limit: int) -> None:
        """Give both lengths."""
        super().__init__(f"the text has {length:,} characters and the engine takes {limit:,}; split it into its reports")


class LexiconError(WhenceError):
    """Word lists that are missing or cannot be understood."""

    code = "W301"

    def __init__(self, name: str, reason: str) -> None:
        """Name the lists and what is wrong with them."""
        super().__init__(f"{name}: {reason}; mend the file or install the package again")


class DocumentMismatch(WhenceError):
    """An engine's document and a report whose texts differ, so that no span would fit."""

    code = "W302"

    def __init__(self, report: str) -> None:
        """Name the report."""
        super().__init__(f"report {report}: the engine read another text than the report's; give it report.text unchanged")


class MissingPackage(WhenceError):
    """A form that needs a package which is not installed."""

    code = "W401"

    def __init__(self, package: str, purpose: str) -> None:
        """Name the package and what needs it."""
        super().__init__(f"{purpose} needs the package {package}; install it with: pip install {package}")


class OutputExists(WhenceError):
    """A file that would be overwritten."""

    code = "W501"

    def __init__(self, path: str) -> None:
        """Name the file."""
        super().__init__(f"{path}: the file is there already; choose another name or add --force")


class OutputUnwritable(WhenceError):
    """A file or folder that cannot be written."""

    code = "W502"

    def __init__(self, path: str, reason: str) -> None:
        """Name the file and the system's reason."""
        super().__init__(f"{path}: cannot be written, {reason}; choose another place with --output")


class NeedsFolder(WhenceError):
    """Several reports in a format that needs a file for each."""

    code = "W503"

    def __init__(self, form: str) -> None:
        """Name the format."""
        super().__init__(f"several reports as {form} need a folder; add --output FOLDER/")


class TooFewReports(WhenceError):
    """Fewer reports than can be held against one another."""

    code = "W504"

    def __init__(self, number: int) -> None:
        """Tell how many there are."""
        super().__init__(f"a trace holds reports against one another, and {number or 'none'} could be read; name two or more")


class NotOneReport(InputError):
    """An input that was to give one report and gives several, or none of the id that was asked for."""

    code = "W505"
    advice = "name one of its reports as FILE#ID"


class ReadingStopped(WhenceError):
    """A process that was reading reports has ended before its time, as the system does when memory runs out."""

    code = "W506"

    def __init__(self, jobs: int) -> None:
        """Tell how many processes there were."""
        super().__init__(f"one of {jobs} processes that read reports was ended from outside; try fewer with --jobs")


class GazetteerUnwritable(WhenceError):
    """An index of places that cannot be written where it should lie."""

    code = "W350"

    def __init__(self, path: str, reason: str) -> None:
        """Name the file and the reason."""
        super().__init__(f"{path}: the index of places cannot be written, {reason}; name another folder in WHENCE_CACHE")


class GazetteerUnreadable(WhenceError):
    """A file that is no index of places, or a damaged one."""

    code = "W351"

    def __init__(self, path: str, reason: str) -> None:
        """Name the file and the reason."""
        super().__init__(f"{path}: not an index of places, {reason}; delete the file, and it is made anew")


class GazetteerOutdated(WhenceError):
    """An index with imported places that this version of Whence cannot read any more."""

    code = "W352"

    def __init__(self, path: str, imported: str) -> None:
        """Name the file and what was imported into it."""
        super().__init__(
            f"{path}: another version of Whence made this index, with places imported from {imported}; "
            "import them again with: whence gazetteer import"
        )


class NotADump(WhenceError):
    """A file without a single line of a GeoNames dump."""

    code = "W353"

    def __init__(self, path: str, reason: str) -> None:
        """Name the file and the reason."""
        super().__init__(f"{path}: {reason}; give a dump from download.geonames.org/export/dump, as .txt, .gz or .zip")


class UnknownContext(WhenceError):
    """A context pack that is neither shipped nor a file."""

    code = "W360"

    def __init__(self, name: str, shipped: tuple[str, ...]) -> None:
        """Name what was asked for and the packs there are."""
        super().__init__(f"context {name!r}: no such pack and no such file; use {', '.join(shipped)}, or the path of a .toml file")


class InvalidContext(WhenceError):
    """A context pack with problems; the message tells the first."""

    code = "W361"

    def __init__(self, path: str, line: int, problem: str, more: int) -> None:
        """Name the file, the line, the first problem and how many others there are."""
        others = f" (and {more} more)" if more else ""
        super().__init__(f"{path}:{line}: {problem}{others}; run: whence context check {path}")


class UnreadableContext(InputError):
    """A context pack that cannot be read at all."""

    code = "W362"
    advice = "give a TOML file in UTF-8 that you may read"


class UnreadableLayer(InputError):
    """A control layer that is not there, may not be read or is broken in transfer."""

    code = "W365"
    advice = "give a GeoJSON file, as it is or compressed with gzip"


class LayerTooLarge(InputError):
    """A control layer beyond the limits on bytes, areas or points."""

    code = "W366"
    advice = "cut it to the dates and the region that matter, or thin its outlines"


class InvalidLayer(InputError):
    """A control layer that is no collection of dated areas."""

    code = "W367"
    advice = "each feature needs a polygon and a property date such as 2031-03-07; see docs/how-to/write-a-context.md"


class UnknownPlace(WhenceError):
    """A place on the command line that the gazetteer does not know."""

    code = "W368"

    def __init__(self, name: str) -> None:
        """Name the place."""
        super().__init__(f"place {name!r}: the gazetteer has none of that name; check the spelling or give latitude,longitude")


class BadPoint(WhenceError):
    """A point that is not on the globe."""

    code = "W369"

    def __init__(self, text: str) -> None:
        """Repeat what was given."""
        super().__init__(f"point {text!r}: latitudes lie from -90 to 90, longitudes from -180 to 180; give latitude,longitude")
