"""The parts of a long form that can come later: folded until they hold something."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """Boxes under one legend, or rows of them."""

    legend: str
    boxes: tuple = ()
    rows: object = None

    @property
    def is_open(self):
        """Whether something is typed or saved here, or wrong: none of it may be overlooked."""
        return any(map(holds, self.boxes)) or (self.rows is not None and self.rows.holds)


def holds(box):
    return bool(box.errors) or box.value() not in (None, "", False)


def parts(form, kinds):
    """A part for each (legend, names of boxes, or the name of rows) of which the form has anything, in that order."""
    for legend, names in kinds:
        if isinstance(names, str):
            rows, boxes = getattr(form, names, None), ()
        else:
            rows, boxes = None, tuple(form[name] for name in names if name in form.fields)
        if boxes or rows is not None:
            yield Part(legend, boxes, rows)
