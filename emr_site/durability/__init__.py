"""Whether what the database acknowledged is still there after its server was killed: script/durability."""
