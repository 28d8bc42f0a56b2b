"""One module per calendar. Each has a `CALENDAR` that turns its own year, month and day into a civil date and back."""
