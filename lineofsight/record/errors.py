"""What a person is told when the record cannot do what was asked."""

from __future__ import annotations

from typing import ClassVar


class RecordError(Exception):
    """The record cannot do what was asked; the message says why, and what to do."""

    exit_code: ClassVar[int] = 2


class RecordBusyError(RecordError):
    """Another process is writing to the record."""

    exit_code: ClassVar[int] = 3


class RecordTooNewError(RecordError):
    """The record was written by a later version of the program."""

    exit_code: ClassVar[int] = 3


class UnknownLoadError(RecordError):
    """No load has this id, or its rows have been removed."""


class UnknownChildError(RecordError):
    """Nothing is held about a child of this identifier, which the message does not repeat."""


class UnknownOriginalError(RecordError):
    """A load has no original file of this name."""


class UnknownRunError(RecordError):
    """No run has this id."""


class BackupError(RecordError):
    """A backup could not be made, or is not what was written; the message names its file and no child."""

    exit_code: ClassVar[int] = 1


class NoBackupError(BackupError):
    """There is no backup to restore, or no place for it."""

    exit_code: ClassVar[int] = 2
