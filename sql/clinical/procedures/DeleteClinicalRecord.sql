-- Removes a clinical record on the day it was written; later it stays.
CREATE PROCEDURE DeleteClinicalRecord(IN p_record_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DELETE FROM ClinicalCare WHERE clinical_id = p_record_id;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_not_found';
    END IF;
END
