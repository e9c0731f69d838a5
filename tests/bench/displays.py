"""A desk and a beamer beside it, as Qt's offscreen platform takes them from a file."""

DISPLAYS = {
    "screens": [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96,
         "logicalBaseDpi": 96, "dpr": 1}
        for name, x, width, height in (("desk", 0, 1366, 768), ("room", 1366, 1920, 1080))
    ]
}  # fmt: skip
