"""Read FHIR R4 bundles and hand each resource to the room that keeps its kind.

This package knows files, references and what was imported before; the rooms' fhir_import.py know what a
resource means.
"""
