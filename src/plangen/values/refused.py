"""The one exception of the lowest floors: a text that is no value of the asked kind."""


class Refused(ValueError):
    """A text cannot be read as a value.

    Carries the code and arguments of the finding that a higher floor will report,
    because floor 0 knows no findings.
    """

    def __init__(self, code: str, /, offset: int = 0, **args: object) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset
        self.args_: dict[str, object] = args
