-- What the pages' account may do with the tables and routines of this room.
GRANT SELECT, INSERT, UPDATE, DELETE ON Billing TO app
GRANT EXECUTE ON PROCEDURE CreateBilling TO app
GRANT EXECUTE ON PROCEDURE DeleteBilling TO app
GRANT EXECUTE ON PROCEDURE UpdateBilling TO app
GRANT EXECUTE ON PROCEDURE ViewAllBillingInfo TO app
GRANT EXECUTE ON PROCEDURE ViewBilling TO app
GRANT SELECT, INSERT, UPDATE ON Fee TO app
GRANT SELECT, INSERT, UPDATE ON ProposedCharge TO app
