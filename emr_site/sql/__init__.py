"""How the files under sql/ become objects of a database."""
