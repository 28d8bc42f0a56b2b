"""What editors keep in `data/`: pins, editions, leave, corrections. Each reader knows one kind of file."""
