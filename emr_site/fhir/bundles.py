"""FHIR R4 bundles in files, plain or gzip, read one entry at a time."""

import gzip
import zlib
from itertools import islice
from pathlib import Path

import ijson

FILES = (".json", ".json.gz")


class BadBundle(Exception):
    """The file cannot go in; carries the reason in words, without a word about a patient."""


def bundle_files(paths):
    """Every bundle file among the paths and folders, hospitals and practitioners before patients who name them."""
    files = []
    for path in map(Path, paths):
        if path.is_dir():
            files += [file for file in path.rglob("*") if file.name.endswith(FILES) and file.is_file()]
        else:
            files.append(path)
    return sorted(dict.fromkeys(files), key=lambda file: ("Information" not in file.name, file.name))


def entries(path):
    """Each entry of the bundle at `path`, never the whole file in memory; raises BadBundle."""
    try:
        with open(path, "rb") as plain:
            # By its content, not by its name: people rename files.
            zipped = plain.read(2) == b"\x1f\x8b"
        with (gzip.open if zipped else open)(path, "rb") as file:
            if next(ijson.items(file, "resourceType"), None) != "Bundle":
                raise BadBundle("it is not a FHIR Bundle")
            file.seek(0)
            yield from ijson.items(file, "entry.item", use_float=False)
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise BadBundle("it is not JSON from beginning to end") from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BadBundle("its compression is damaged or ends too early") from error
    except OSError as error:
        raise BadBundle(f"it cannot be read: {error.strerror}") from error


def resources(path):
    """(number of the entry, its resource or None); the resource's id is the one that references use."""
    for number, entry in enumerate(entries(path), start=1):
        resource = entry.get("resource") if isinstance(entry, dict) else None
        if isinstance(resource, dict) and entry.get("fullUrl"):
            resource["id"] = identity(entry["fullUrl"])
        yield number, resource


def identity(reference):
    """What a reference or a fullUrl ends in: "urn:uuid:1f2e", "Patient/1f2e" and ".../Patient/1f2e" are all 1f2e.

    A conditional reference, "Practitioner?identifier=system|value", is what follows the sign.
    """
    if "?identifier=" in str(reference):
        return reference.partition("?identifier=")[2]
    return str(reference).rsplit("/", 1)[-1].removeprefix("urn:uuid:").removeprefix("urn:oid:")


def chunks(items, size):
    """Lists of at most `size` items; only one of them in memory at a time."""
    items = iter(items)
    while chunk := list(islice(items, size)):
        yield chunk
