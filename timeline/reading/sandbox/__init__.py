"""Reading in a process of its own, so that no file can harm, stop or outgrow the program."""
