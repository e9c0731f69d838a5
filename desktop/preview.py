"""Documents as pictures of their pages, for the preview."""

# pypdfium2 has no type hints.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportArgumentType=false

from collections.abc import Generator
from contextlib import closing, contextmanager
from threading import Lock
from typing import Any

from PySide6.QtGui import QImage

# The library behind it works for one thread at a time.
_ONE_AT_A_TIME = Lock()


class PdfPages:
    """A PDF for being looked at.

    Attributes:
        sizes: each page's width and height in points.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        with self._opened() as pdf:
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                pdf.get_page_size(index) for index in range(len(pdf))
            )

    def picture(self, index: int, width: float) -> QImage:
        """Return a page (from 0) as it prints, `width` pixels wide."""
        with self._opened() as pdf:
            bitmap = pdf[index].render(scale=width / self.sizes[index][0], prefer_bgrx=True)
            pixels = bytes(bitmap.buffer)
            size = (bitmap.width, bitmap.height, bitmap.stride)
        # The copy owns its pixels; QImage only borrows those it is made of.
        return QImage(pixels, *size, QImage.Format.Format_RGB32).copy()

    @contextmanager
    def _opened(self) -> Generator[Any]:
        import pypdfium2  # slow to import, needed only once somebody previews

        with _ONE_AT_A_TIME, closing(pypdfium2.PdfDocument(self._data)) as pdf:
            yield pdf
