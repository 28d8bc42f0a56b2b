"""The yearly round: all that an edition needs for a year in one folder, of which only what changed is made anew."""
