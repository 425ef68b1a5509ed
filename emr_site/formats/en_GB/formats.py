"""Dates of the back office as everywhere else: 23-Nov-2026 and the 24-hour clock; the month is never a number."""

DATE_FORMAT = SHORT_DATE_FORMAT = "d-M-Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "d-M-Y H:i"
# The first is how a stored value is put into its box; numbers with strokes are read day first.
DATE_INPUT_FORMATS = ["%d-%b-%Y", "%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d %b %Y", "%d %B %Y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S", "%H.%M"]
DATETIME_INPUT_FORMATS = ["%d-%b-%Y %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"]
