"""A picture of a screen in 256 colours: a third of the bytes, and the eye sees no difference.

The browser that took the picture also reads its pixels; no other program is needed.
"""

import struct
import zlib
from base64 import b64decode, b64encode

from playwright.sync_api import Page

# The commonest colours are kept; a rare one (an edge of a letter) becomes the kept one that is nearest.
_TO_PALETTE = """async (png) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const [width, height] = [image.width, image.height];
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const seen = new Map();
  for (const colour of pixels) seen.set(colour, (seen.get(colour) ?? 0) + 1);
  const kept = [...seen].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour);
  const parts = (c) => [c & 255, (c >> 8) & 255, (c >> 16) & 255];
  const palette = kept.map(parts);
  const place = new Map(kept.map((colour, index) => [colour, index]));
  const nearest = (colour) => {
    const [r, g, b] = parts(colour);
    const far = palette.map((p) => (p[0] - r) ** 2 + (p[1] - g) ** 2 + (p[2] - b) ** 2);
    return far.indexOf(Math.min(...far));
  };
  for (const colour of seen.keys()) if (!place.has(colour)) place.set(colour, nearest(colour));
  let text = "";
  for (const colour of pixels) text += String.fromCharCode(place.get(colour));
  return { width, height, palette: palette.flat(), pixels: btoa(text) };
}"""


def small_png(page: Page, png: bytes) -> bytes:
    """Return the picture with at most 256 colours. ``page``: an empty one, to work in."""
    found = page.evaluate(_TO_PALETTE, b64encode(png).decode())
    width, height, pixels = found["width"], found["height"], b64decode(found["pixels"])
    lines = b"".join(b"\0" + pixels[start : start + width] for start in range(0, width * height, width))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", bytes(found["palette"])), (b"IDAT", zlib.compress(lines, 9)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in (*parts, (b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
