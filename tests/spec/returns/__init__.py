"""The reference page of the returns, made from their declarations."""
