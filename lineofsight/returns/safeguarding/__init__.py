"""The Standard Safeguarding Dataset: the tables that a case system's extract writes, read into the record's own.

``lines`` say what one line of each table holds, ``parts_*`` how it is read, ``references`` what a line takes from the
lines of other tables, ``rows`` what it becomes. ``unread`` names the tables that are left alone, each with its reason.
"""
