"""The server before the page: bounded connections, early refusals, an orderly end."""
