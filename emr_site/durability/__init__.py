"""Whether what the database acknowledged is still there after its server was killed: script/durability.

A killed process leaves the machine's own memory alive, so this shows that nothing is acknowledged which the server has
not handed over yet; that it then waits for the disk is a setting, which the trial reads back.
"""
