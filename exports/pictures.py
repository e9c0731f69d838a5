"""Pictures that people hand in: looked at with care, before anything of them is drawn.

A picture may come out of a session file, so it is decoded within limits and only as what it is
supposed to be: a PNG or a JPEG.
"""

import base64
import binascii
import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from db.errors import ExportError
from exports.document import Notice

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("PNG", "JPEG")
_MOST_BYTES = 8_000_000
_MOST_PIXELS = 30_000_000
# At the letterhead's height, some 400 dots an inch.
_LOGO_PIXELS = 320


@dataclass(frozen=True)
class Picture:
    """A picture that can be drawn.

    Attributes:
        png: it as PNG without transparency, whatever it was.
        width, height: in pixels.
        alt: what it shows, for who can't see it.
    """

    png: bytes
    width: int
    height: int
    alt: str = ""


def read_logo(logo: str, alt: str = "") -> tuple[Picture | None, tuple[Notice, ...]]:
    """Return an office's logo from its base64; None for none, or with a notice for a bad one.

    `alt` says in words what it is.
    """
    if not logo:
        return None, ()
    try:
        image = _decode(base64.b64decode(logo, validate=True))
    except (ExportError, binascii.Error, ValueError):
        return None, (Notice("logo_unreadable"),)
    return Picture(_encode(image, "PNG"), image.width, image.height, alt), ()


def prepare_logo(data: bytes) -> str:
    """Return a picture file as a plan keeps it: small enough to travel, in base64.

    Raises ExportError for what is no PNG or JPEG, is broken, or is too large.
    """
    image = _decode(data)
    small = min((_encode(image, form) for form in _FORMATS), key=len)
    return base64.b64encode(small).decode("ascii")


def _decode(data: bytes) -> "Image":
    from PIL import Image  # slow to import, needed only where an office has a logo

    if len(data) > _MOST_BYTES:
        raise _too_large()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                # Only its head was read so far: a bomb is found out before it is unpacked.
                if image.width * image.height > _MOST_PIXELS:
                    raise _too_large()
                return _flatten(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        # Pillow raises all of these for pictures that are none, or are cut off.
        raise ExportError("logo_unreadable") from error


def _too_large() -> ExportError:
    return ExportError("logo_too_large", megabytes=_MOST_BYTES // 1_000_000)


def _flatten(image: "Image") -> "Image":
    """Return a picture small and upright on white: transparency prints otherwise everywhere."""
    from PIL import Image, ImageOps

    image.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
    shown = ImageOps.exif_transpose(image).convert("RGBA")
    paper = Image.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    return paper.convert("RGB")


def _encode(image: "Image", form: str) -> bytes:
    file = BytesIO()
    image.save(file, form, quality=90, optimize=True)
    return file.getvalue()
