"""Prints the tables of a Python package as JSON. The package is parsed, not imported, so none of its code runs.

packages.py faker FOLDER     {variable: [string, ...]}, from all `person` providers
packages.py symbols FOLDER   the dictionary INDICES of pytickersymbols
"""

import ast
import json
import sys
from pathlib import Path


def assignments(file):
    """Yields name and value of every assignment in a module and in its classes."""
    module = ast.parse(file.read_text(encoding="utf-8"))
    classes = [node for node in module.body if isinstance(node, ast.ClassDef)]
    for node in [node for part in [module, *classes] for node in part.body]:
        if isinstance(node, ast.Assign):
            yield from ((target.id, node.value) for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and node.value is not None and isinstance(node.target, ast.Name):
            yield node.target.id, node.value


def faker(folder):
    tables = {}
    for file in sorted(folder.glob("providers/person/*/__init__.py")):
        for name, value in assignments(file):
            constants = [node.value for node in ast.walk(value) if isinstance(node, ast.Constant)]
            tables.setdefault(name, []).extend(text for text in constants if isinstance(text, str))
    return tables


def symbols(folder):
    return next(ast.literal_eval(value) for name, value in assignments(folder / "indices_data.py") if name == "INDICES")


kind, folder = sys.argv[1:]
json.dump({"faker": faker, "symbols": symbols}[kind](Path(folder)), sys.stdout)
