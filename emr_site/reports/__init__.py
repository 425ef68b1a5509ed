"""Reports: pages and downloads over read-only SQL views, through the database account that may read nothing else.

This package knows no medicine. Each room describes its reports in its own reports.py and registers them.
"""
