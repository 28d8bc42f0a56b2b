"""The ground that every other room stands on: where the data lies, and its files and tables read and checked."""
