"""The server below the page: connections, bodies, headers, compression."""
