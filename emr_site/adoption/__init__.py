"""Move an existing database in: read it as it is, copy every row, keep what cannot be placed.

This package knows how; what each table means is declared by the rooms in their adoption.py.
"""
