"""A progress bar on standard error, shown once the work has lasted a second and only to a person at a terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# How long nothing is shown: a bar that flashes up for less only disturbs.
PATIENCE_S = 1.0


class Waiting:
    """The bar. `total` is the number of inputs, None while it is not known; `doing` says what is done with them."""

    def __init__(self, *, total: int | None, doing: str = "Reading") -> None:
        """Keep what to count."""
        self.total = total
        self.doing = doing
        self.done = 0
        self.lock = threading.Lock()
        self.bar: Progress | None = None
        self.step: TaskID | None = None
        self.timer: threading.Timer | None = None

    def __enter__(self) -> Self:
        """Start waiting, if somebody can see it."""
        if sys.stderr.isatty():
            self.timer = threading.Timer(PATIENCE_S, self.show)
            self.timer.daemon = True
            self.timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take the bar away."""
        if self.timer is not None:
            self.timer.cancel()
        with self.lock:
            self.timer = None
            if self.bar is not None:
                self.bar.stop()

    def show(self) -> None:
        """Put the bar up."""
        from rich.console import Console  # noqa: PLC0415 - only when it lasts
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with self.lock:
            if self.timer is None:
                return
            self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self.bar.add_task(self.doing, total=self.total, completed=self.done)
            self.bar.start()

    def advance(self) -> None:
        """Count one report or failure; when there turn out to be more than was thought, the total grows with them."""
        with self.lock:
            self.done += 1
            if self.total is not None:
                self.total = max(self.total, self.done)
            if self.bar is not None:
                self.bar.update(self.bar.task_ids[0], completed=self.done, total=self.total)

    def tell(self, step: str, share: float) -> None:
        """Show a step that has to be done once before anything is read, and how far it is (0 to 1)."""
        with self.lock:
            if self.bar is None:
                return
            if self.step is None:
                self.step = self.bar.add_task(step, total=1.0)
            self.bar.update(self.step, description=f"Gazetteer, once: {step}", completed=share, visible=share < 1.0)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Take the bar away while something else is printed."""
        with self.lock:
            if self.bar is not None:
                self.bar.stop()
            yield
            if self.bar is not None:
                self.bar.start()
