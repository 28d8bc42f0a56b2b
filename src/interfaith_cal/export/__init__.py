"""Pure functions from observances and texts to what people use: tables and calendar feeds."""
