-- Removes a prescription on the day it was written; later it is ended, not removed.
CREATE PROCEDURE DeletePrescription(IN p_prescription_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DELETE FROM Prescription WHERE prescription_id = p_prescription_id;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_not_found';
    END IF;
END
