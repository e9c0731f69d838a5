"""Documents as pictures of their pages, for the preview."""

# pypdfium2 has no type hints.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportArgumentType=false

from PySide6.QtGui import QImage


class PdfPages:
    """A PDF that is open for being looked at.

    Attributes:
        sizes: each page's width and height in points.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # slow to import, needed only once somebody previews

        self._pdf = pypdfium2.PdfDocument(data)
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._pdf.get_page_size(index) for index in range(len(self._pdf))
        )

    def picture(self, index: int, width: float) -> QImage:
        """Return a page (from 0) as it prints, `width` pixels wide."""
        page = self._pdf[index]
        bitmap = page.render(scale=width / self.sizes[index][0], prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        # The copy owns its pixels; the bitmap's go when it is closed.
        picture = image.copy()
        bitmap.close()
        page.close()
        return picture

    def close(self) -> None:
        """Let the document go."""
        self._pdf.close()
