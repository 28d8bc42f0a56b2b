"""The one small family of errors: each message is a sentence that names the thing, its value and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable


class InterfaithCalError(Exception):
    """Anything that interfaith_cal refuses or cannot do; its text is meant to be shown to a person."""


class UnknownNameError(InterfaithCalError, LookupError):
    """A community, festival, usage, language, format or other name that does not exist."""

    def __init__(self, what: str, value: object, known: Iterable[str], *, near: Iterable[str] = ()) -> None:
        """Compose the sentence: `what` was asked for by `value`, `known` are the names that exist.

        `near` are those that may have been meant, where the caller knows better than their letters tell.
        """
        from difflib import get_close_matches

        names = [str(name) for name in known]
        likely = list(near) or get_close_matches(str(value).lower(), names, n=1, cutoff=0.5)
        if likely:
            hint = f"did you mean {' or '.join(map(repr, likely))}?"
        elif names and len(names) <= 20:
            hint = f"known are: {', '.join(names)}."
        else:
            hint = "`interfaith-cal list 2027 --format csv` shows the names in use."
        super().__init__(f"there is no {what} {str(value)!r}; {hint}")


class YearRangeError(InterfaithCalError, ValueError):
    """A year in which a rule, a calendar or a whole community has no answer."""


class SpanError(InterfaithCalError, ValueError):
    """Days that are no days, or a span that ends before it begins."""


class WrongEndingError(InterfaithCalError, ValueError):
    """A file whose name ends as that of another kind of file."""


class MissingExtraError(InterfaithCalError):
    """A package that an extra would install is not there."""

    def __init__(self, need: str, package: str, *, extra: str) -> None:
        """Compose the sentence: the `need` ("the site needs") for a package, and the command that installs it."""
        super().__init__(f"{need} the package {package!r}; install it with: pip install 'interfaith-cal[{extra}]'.")


class DataFileError(InterfaithCalError):
    """A file under `data/` (or of the user) that is missing, broken or says something impossible."""
