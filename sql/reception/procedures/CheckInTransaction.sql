-- Refuses outside of a transaction: of a merge that commits each of its statements, half could stay.
CREATE PROCEDURE CheckInTransaction()
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    -- 1305: there is no such savepoint. Without a transaction it is forgotten with the statement that has set it.
    DECLARE EXIT HANDLER FOR 1305 SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_needs_transaction';
    SAVEPOINT emr_in_transaction;
    RELEASE SAVEPOINT emr_in_transaction;
END
