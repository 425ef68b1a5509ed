-- Writes one look at each of several patients' records, given as a JSON array of ids: a list of records shows them all.
CREATE PROCEDURE RecordLooks(IN p_patient_ids TEXT, IN p_part VARCHAR(40))
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DECLARE v_nth INT DEFAULT 0;
    WHILE v_nth < JSON_LENGTH(p_patient_ids) DO
        CALL RecordLook(JSON_EXTRACT(p_patient_ids, CONCAT('$[', v_nth, ']')), p_part);
        SET v_nth = v_nth + 1;
    END WHILE;
END
