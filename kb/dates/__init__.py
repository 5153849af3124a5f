"""Dates as analysts write them: EDTF read into bounds, loose dates turned into proposals, words."""
