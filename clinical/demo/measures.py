"""Values as they are measured: drawn once a visit, so that a text and a test agree."""

# lowest, highest, decimal places
RANGES = {
    "pulse": (58, 92, 0), "fast_pulse": (96, 138, 0), "temp": (37.8, 39.4, 1), "spo2": (94, 99, 0),
    "weight": (52, 108, 0), "baby_weight": (3.2, 8.9, 1), "toddler_weight": (9.5, 18, 1), "days": (2, 10, 0),
    "hba1c": (44, 78, 0), "normal_hba1c": (32, 41, 0), "acr": (0.6, 8.5, 1), "egfr": (48, 104, 0),
    "potassium": (3.7, 5.1, 1), "sodium": (134, 144, 0), "tsh": (0.6, 6.8, 1), "ft4": (10, 20, 0),
    "phq": (6, 19, 0), "low_phq": (2, 7, 0), "urate": (290, 560, 0), "crp": (24, 140, 0), "hb": (121, 158, 0),
    "low_hb": (84, 108, 0), "ferritin": (4, 13, 0), "chol": (3.8, 6.6, 1), "ldl": (1.6, 4.2, 1),
    "child_peak_flow": (150, 330, 0), "bnp": (420, 2900, 0), "ef": (30, 42, 0), "alt": (14, 52, 0),
    "fev": (52, 78, 0), "ttg": (1, 12, 0), "calprotectin": (8, 44, 0), "moca": (14, 24, 0), "psa": (0.1, 1.4, 1),
}  # fmt: skip


# What changes little from one visit of a person to the next.
STEADY, MOST_CHANGE = {"weight", "egfr", "chol"}, 0.03


class Measures(dict):
    """For str.format_map: a name that has no value yet gets one within its range.

    `dice` is thrown for a visit, `body` for the person.
    """

    def __init__(self, dice, body):
        super().__init__()
        self._dice, self._body = dice, body

    def __missing__(self, name):
        self[name] = self._pressure() if name.startswith("bp") else self._drawn(name, *RANGES[name])
        return self[name]

    def _pressure(self):
        upper = self._dice.randint(112, 162)
        return f"{upper}/{min(104, upper - self._dice.randint(42, 66))}"

    def _drawn(self, name, lowest, highest, places):
        if name in STEADY:
            usual = self._body(name).uniform(lowest, highest)
            return f"{usual * self._dice.uniform(1 - MOST_CHANGE, 1 + MOST_CHANGE):.{places}f}"
        return f"{self._dice.uniform(lowest, highest):.{places}f}"
