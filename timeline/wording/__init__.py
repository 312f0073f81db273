"""Words for people: dates, names, fields and text that files and messages can hold."""
