"""How child processes are started, so that nothing in the working folder is ever run as code.

Python looks for modules in the working folder and in what PYTHONPATH names before it looks at its
own: a folder of articles with a `json.py` in it would be a program. So each child starts isolated
(`-I`), with an import path that is handed over, away from the working folder, and finds this
package by its location and not by its name. Paths that a user wrote relative to the working folder
must be made absolute before a child gets them.

`children` starts modules of this package, `pools` the processes of `concurrent.futures`.
"""
