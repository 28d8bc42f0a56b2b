"""The pages of a site: choose and subscribe with the days of a year, one community, a year as a table."""
