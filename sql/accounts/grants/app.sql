-- What the pages' account may do with the tables and routines of this room.
GRANT SELECT, INSERT, UPDATE ON Users TO app
GRANT SELECT, INSERT, UPDATE, DELETE ON Users_Group TO app
GRANT SELECT, INSERT, UPDATE, DELETE ON Users_Permission TO app
GRANT EXECUTE ON PROCEDURE CheckLogin TO app
