"""Logos: PNG and JPEG within limits, everything else is told and harms nobody."""

import base64
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from db.errors import ExportError
from exports.pictures import prepare_logo, read_logo


def a_picture(form: str = "PNG", size: tuple[int, int] = (600, 300), mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.new(mode, size, "red" if mode != "CMYK" else (0, 255, 255, 0)).save(file, form)
    return file.getvalue()


def a_bomb(width: int) -> bytes:
    """A PNG of a few bytes that says that it is huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = struct.pack(">IIBBBBB", width, width, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0" * 99)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_logo_is_kept_small_and_read_back(form: str):
    logo = prepare_logo(a_picture(form))
    picture, notices = read_logo(logo)
    assert picture is not None
    assert (picture.width, picture.height) == (320, 160)
    assert notices == ()
    assert Image.open(BytesIO(picture.png)).getpixel((5, 5)) in ((255, 0, 0), (254, 0, 0))


@pytest.mark.parametrize(("mode", "form"), [("CMYK", "JPEG"), ("L", "PNG"), ("RGBA", "PNG")])
def test_any_mode_becomes_plain_colours(mode: str, form: str):
    picture, _ = read_logo(prepare_logo(a_picture(form, mode=mode)))
    assert picture is not None
    assert Image.open(BytesIO(picture.png)).mode == "RGB"


def test_what_is_transparent_is_white():
    file = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(file, "PNG")
    picture, _ = read_logo(prepare_logo(file.getvalue()))
    assert picture is not None
    assert Image.open(BytesIO(picture.png)).getpixel((1, 1)) == (255, 255, 255)


def test_a_photo_that_lies_on_its_side_is_set_up():
    image = Image.new("RGB", (40, 20), "red")
    exif = Image.Exif()
    exif[0x0112] = 6
    file = BytesIO()
    image.save(file, "JPEG", exif=exif)
    picture, _ = read_logo(prepare_logo(file.getvalue()))
    assert picture is not None
    assert (picture.width, picture.height) == (20, 40)


BAD = {
    "nothing": b"",
    "text": b"<svg onload=alert(1)>",
    "gif": a_picture("GIF"),
    "bmp": a_picture("BMP"),
    "tiff": a_picture("TIFF"),
    "a head alone": b"\x89PNG\r\n\x1a\n",
    "cut off": a_picture()[:200],
    "a cut off photo": a_picture("JPEG")[:400],
    "noise": bytes(range(256)) * 40,
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_what_is_no_whole_png_or_jpeg_is_refused(data: bytes):
    with pytest.raises(ExportError) as refused:
        prepare_logo(data)
    assert refused.value.key == "logo_unreadable"


@pytest.mark.parametrize("width", [6_000, 10_000, 60_000])
def test_a_bomb_is_refused_before_it_is_unpacked(width: int):
    with pytest.raises(ExportError) as refused:
        prepare_logo(a_bomb(width))
    assert refused.value.key == "logo_too_large"


def test_a_file_that_is_too_heavy_is_refused():
    with pytest.raises(ExportError) as refused:
        prepare_logo(a_picture() + b"\0" * 8_000_001)
    assert refused.value.values == {"megabytes": 8}


@pytest.mark.parametrize(
    "logo", ["no base64!", "aGVsbG8=", "ééé", base64.b64encode(a_bomb(60_000)).decode(), "iVBORw0="]
)
def test_a_bad_logo_out_of_a_file_is_told_and_not_drawn(logo: str):
    picture, (notice,) = read_logo(logo)
    assert picture is None
    assert notice.key == "logo_unreadable"


def test_no_logo_is_nothing_to_tell():
    assert read_logo("") == (None, ())


def test_a_huge_logo_out_of_a_file_is_drawn_small():
    logo = base64.b64encode(a_picture(size=(3000, 3000))).decode()
    picture, _ = read_logo(logo)
    assert picture is not None
    assert picture.width == 320
