"""FHIR R4 bundles in files, plain or gzip, read one entry at a time."""

import gzip
from pathlib import Path

import ijson


class BadBundle(Exception):
    """The file is not a FHIR bundle; carries the reason in words."""


def bundle_files(paths):
    """Every bundle file among the paths and folders, hospitals and practitioners before patients who name them."""
    files = []
    for path in map(Path, paths):
        if path.is_dir():
            files += [file for file in path.iterdir() if file.name.endswith((".json", ".json.gz"))]
        else:
            files.append(path)
    return sorted(files, key=lambda file: ("Information" not in file.name, file.name))


def resources(path):
    """Each resource of the bundle at `path`, never the whole file in memory; raises BadBundle."""
    opener = gzip.open if path.name.endswith(".gz") else open
    try:
        with opener(path, "rb") as file:
            if next(ijson.items(file, "resourceType"), None) != "Bundle":
                raise BadBundle("it is not a FHIR Bundle")
            file.seek(0)
            yield from ijson.items(file, "entry.item.resource", use_float=False)
    except ijson.JSONError as error:
        raise BadBundle(f"it is not JSON all through ({str(error).splitlines()[0]})") from error
    except (OSError, EOFError) as error:
        raise BadBundle(f"it cannot be read ({error.__class__.__name__})") from error
