"""Pictures as they are kept: small, and without what a camera writes into them."""

import io
import warnings

from PIL import Image, ImageOps

LARGEST_UPLOAD = 5 * 1024 * 1024  # bytes
LARGEST_PICTURE = 50_000_000  # pixels, so that a small file cannot unfold into all of the memory
SIDE = 256  # pixels
FORMATS = ("JPEG", "PNG", "WEBP")


class NoPicture(ValueError):
    """What was sent is no picture that can be kept."""


def small_jpeg(file):
    """The picture in a file as a JPEG of at most 256 pixels each way, upright; raises NoPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(file, formats=FORMATS)
            if picture.width * picture.height > LARGEST_PICTURE:
                raise NoPicture
            picture = ImageOps.exif_transpose(picture)
            picture.thumbnail((SIDE, SIDE))
            # A picture of its own: what stood beside the pixels, such as where it was taken, stays behind.
            plain = Image.new("RGB", picture.size, "white")
            picture = picture.convert("RGBA")
            plain.paste(picture, mask=picture)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NoPicture from error
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()
