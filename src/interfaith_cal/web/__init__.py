"""The subscription site and the feed server: the same tree, as files for any web server or from memory."""
