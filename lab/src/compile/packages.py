"""Prints the tables of a Python package as JSON. The package is parsed, not imported, so none of its code runs.

packages.py faker FOLDER     {variable: [string, ...]}, from all `person` providers
packages.py symbols FOLDER   the dictionary INDICES of pytickersymbols
packages.py cldr FOLDER      {locale: {table: ...}}, the locale data of babel, which are pickles
packages.py places FOLDER    {file: [name, ...]}, countries, regions and cities of the CLDR's XML
packages.py persons FOLDER   {locale: [[given name, ...], [family name, ...]]}, from Faker
"""

import ast
import json
import pickle
import sys
import xml.etree.ElementTree as xml
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


def persons(folder):
    tables = {}
    for file in sorted(folder.glob("providers/person/*/__init__.py")):
        given, family = tables.setdefault(file.parent.name, ([], []))
        for name, value in assignments(file):
            names = given if "first_name" in name else family if "last_name" in name else []
            names.extend(node.value for node in ast.walk(value) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return tables


def places(folder):
    tables = {}
    for file in sorted([*folder.glob("main/*.xml"), *folder.glob("subdivisions/*.xml")]):
        tree = xml.parse(file)
        nodes = [node for kind in ("territory", "subdivision", "exemplarCity") for node in tree.iter(kind)]
        # Three arrows stand for the name in the language above.
        tables.setdefault(file.stem, []).extend(node.text for node in nodes if node.text and node.text != "↑↑↑")
    return tables


def symbols(folder):
    return next(ast.literal_eval(value) for name, value in assignments(folder / "indices_data.py") if name == "INDICES")


class Record:
    """Stands for any class of babel, so that reading a pickle runs no code of the package."""

    def __init__(self, *_):
        self.pattern = None

    def __setstate__(self, state):
        self.pattern = state.get("pattern") if isinstance(state, dict) else None


class Pickle(pickle.Unpickler):
    def find_class(self, module, name):
        plain = {("copyreg", "_reconstructor"), ("builtins", "object")}
        return super().find_class(module, name) if (module, name) in plain else type(name, (Record,), {})


def cldr(folder):
    tables = {}
    # A language is a file without a region: `nl.dat`.
    for file in sorted(folder.glob("locale-data/*.dat")):
        if "_" not in file.name:
            with file.open("rb") as stream:
                tables[file.stem] = plain(Pickle(stream).load())
    return tables


def plain(value):
    """Returns the value as JSON has it: a pattern is its text, and what has no text is null."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, Record):
        return value.pattern
    return value if isinstance(value, (str, int, float)) else None


kind, folder = sys.argv[1:]
json.dump({"faker": faker, "symbols": symbols, "cldr": cldr, "places": places, "persons": persons}[kind](Path(folder)), sys.stdout)
