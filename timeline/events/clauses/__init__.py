"""Sentences of languages without a parser: reduced, divided into clauses, put into titles."""
