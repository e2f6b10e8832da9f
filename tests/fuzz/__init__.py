"""Programs that look for bytes that break a reader; the slow stage runs them for a while."""
