"""Readers of the formats that need a parser, a file each; they run in a process of their own.

Every reader takes the bytes of a file and gives its parts; it raises `UnreadableError` where the
file holds none. No reader opens a file or a connection.
"""
