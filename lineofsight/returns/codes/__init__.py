"""The code lists of the statutory returns, as dated data: one module an area.

A column takes its codes from a list by ``ReadColumn(..., as_=listed(LIST))``, with ``listed`` of ``lineofsight.returns.parts``;
an XML leaf by ``Leaf(..., codes=listed(LIST))``. What reads a declaration finds the list again as ``column.as_.of`` or
``leaf.codes.of`` (None for a list that is the product's own, of a register without a public format), with the name, the
title and the source of the list, and each code's meaning and days.
"""
