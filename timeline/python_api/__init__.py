"""The library that `import timeline` offers: articles in, events out, in a notebook or a program.

`timeline/__init__.py` names what is public here, and loads it when it is used. What is returned are
plain values under the names of the JSON export, which stay when the program within changes.
"""
