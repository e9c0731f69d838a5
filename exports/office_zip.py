"""Office files are ZIPs; without the moment of saving, equal content gives equal bytes."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def repack(
    saved: BytesIO, change: Callable[[str, bytes], bytes] = lambda name, data: data
) -> bytes:
    """Return the same members without their times; `change` may alter one by its name."""
    packed = BytesIO()
    with ZipFile(saved) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = ZipInfo(name)
            member.compress_type = ZIP_DEFLATED
            target.writestr(member, change(name, source.read(name)))
    return packed.getvalue()
