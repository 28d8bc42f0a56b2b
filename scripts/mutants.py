"""Which small changes of a module no test notices: mutation testing with the operators of mutmut 3.8.

usage: python scripts/mutants.py MODULE TEST ...            reckoning/hebrew tests/traps/test_jewish.py tests/laws
       python scripts/mutants.py MODULE:NUMBERS TEST ...    only these mutants: reckoning/hebrew:6,15 tests/laws

Every operator, number, word and name of the module is changed alone, and the tests run until one fails. mutmut itself
leaves out constants and decorated functions, and runs its mutants where rules are built and answers cached already;
here all that stands on the module is imported anew for each, and what does not keeps its caches.
Survivors are printed as diffs. Nothing is written. It needs mutmut, which is not among the packages of `dev`.
"""

from __future__ import annotations

import ast
import difflib
import gc
import importlib
import inspect
import os
import resource
import sys
from collections.abc import Collection, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import cast

import libcst as cst
import pytest
from hypothesis import Phase, settings
from libcst import matchers
from mutmut.mutation.file_mutation import MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators, operator_arg_removal, operator_assignment
from mutmut.mutation.pragma_handling import IgnoredCode

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "interfaith_cal"
# Hypothesis is imported here before pytest can rewrite it; no other plugin is needed.
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
OPTIONS = (
    *("-x", "-q", "-pno:cacheprovider", "-p_hypothesis_pytestplugin", "--hypothesis-profile=mutants"),
    "-Wignore::pytest.PytestAssertRewriteWarning",
)
# A failure is enough, nobody reads how simple it can be made.
settings.register_profile(
    "mutants", deadline=None, derandomize=True, max_examples=30, phases=(Phase.explicit, Phase.generate)
)
# A mutant may loop for ever or fill the memory; either counts as noticed.
CPU_SECONDS, BYTES = 10, 4 * 2**30


# An argument or an assignment that becomes None or is dropped, half of all mutants, is what mypy --strict is for.
OPERATORS = [pair for pair in mutation_operators if pair[1] not in (operator_arg_removal, operator_assignment)]


class Mutations(MutationVisitor):
    """The mutations of mutmut, those of decorated functions too; what `__all__` lists is the type checker's."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Assign):
            return matchers.matches(node.targets[0].target, matchers.Name("__all__"))
        decorated = isinstance(node, cst.FunctionDef) and bool(node.decorators)
        return not decorated and bool(super()._skip_node_and_children(node))


def mutants(source: str) -> Iterator[str]:
    """The source of a module, each time with one small change."""
    wrapper = cst.MetadataWrapper(cst.parse_module(source))
    visitor = Mutations(OPERATORS, IgnoredCode(set(), set(), set()))
    wrapper.visit(visitor)
    for mutation in visitor.mutations:
        mutant = deep_replace(wrapper.module, mutation.original_node, mutation.mutated_node)
        yield mutant.code  # type: ignore[union-attr]


class Mutant(SourceFileLoader, MetaPathFinder):
    """Imports one module from a changed source, held in memory."""

    def __init__(self, module: str, path: str, source: str) -> None:
        """Take the place of a module."""
        super().__init__(module, path)
        self.source = source

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of that module, of no other."""
        return spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        """The changed source, compiled."""
        return cast("CodeType", compile(self.source, self.path, "exec"))


def survives(mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether all tests pass with a mutant, in a process of its own."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    sys.meta_path.insert(0, mutant)
    os._exit(run(tests))


def run(tests: Sequence[str]) -> int:
    """Run tests up to the first that fails; 0 if none does."""
    return int(pytest.main([*OPTIONS, *tests]))


def warm(module: str, tests: Sequence[str]) -> None:
    """Run the tests once, then forget the module and all that stands on it; all others keep their caches.

    Raises:
        SystemExit: the tests fail without any mutant.
    """
    importlib.import_module(PACKAGE)
    door = dict(vars(sys.modules[PACKAGE]))
    if run(tests):
        sys.exit("the tests fail as it is")
    # The front door remembers what it has handed out, a package its modules.
    vars(sys.modules[PACKAGE]).clear()
    vars(sys.modules[PACKAGE]).update(door)
    for name in standing_on(module):
        del sys.modules[name]
        parent, _, child = name.rpartition(".")
        if parent in sys.modules:
            vars(sys.modules[parent]).pop(child, None)
    gc.freeze()


def standing_on(module: str) -> set[str]:
    """The loaded modules that import a module, directly or through others; the module itself, and all tests."""
    imports = {name: imported_by(name) for name in sys.modules if name.startswith(f"{PACKAGE}.")}
    # The registry imports the communities by their names.
    registry = f"{PACKAGE}.religions"
    imports[registry] = imports.get(registry, set()) | {name for name in imports if name.startswith(f"{registry}.")}
    found = {module}
    while more := {name for name, names in imports.items() if names & found} - found:
        found |= more
    return found | {name for name in sys.modules if name.split(".")[0] == "tests"}


def imported_by(module: str) -> set[str]:
    """The names that a module's import statements may mean: of modules, and of what is in them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(inspect.getsource(sys.modules[module]))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def hunt(room: str, numbers: Collection[int], tests: Sequence[str]) -> None:
    """Print the mutants of a module, or those of some numbers, that the tests let live."""
    module = f"{PACKAGE}.{room.replace('/', '.')}"
    warm(module, tests)
    path = ROOT / "src" / PACKAGE / f"{room}.py"
    source = path.read_text(encoding="utf-8")
    if survives(Mutant(module, str(path), ""), tests) or not survives(Mutant(module, str(path), source), tests):
        sys.exit("the tests do not see what is put in place of the module")
    tried = alive = 0
    for number, mutant in enumerate(mutants(source), 1):
        if numbers and number not in numbers:
            continue
        tried += 1
        if survives(Mutant(module, str(path), mutant), tests):
            alive += 1
            changed = difflib.unified_diff(source.splitlines(), mutant.splitlines(), lineterm="", n=0)
            sys.stdout.write("\n".join(["", f"{room}:{number}", *list(changed)[2:], ""]))
            sys.stdout.flush()
        sys.stderr.write(f"\r{tried} tried, {alive} alive")
    sys.stdout.write(f"\n{room}: {tried} mutants, {alive} alive\n")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    named, _, chosen = sys.argv[1].partition(":")
    hunt(named, {int(number) for number in chosen.split(",") if number}, sys.argv[2:])
