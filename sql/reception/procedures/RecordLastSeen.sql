-- Writes down on which day a patient was last seen. Called by the triggers of Visit.
CREATE PROCEDURE RecordLastSeen(IN p_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    UPDATE Patient
       SET last_seen_on = (SELECT MAX(date) FROM Visit WHERE patient_id = p_patient_id)
     WHERE patient_id = p_patient_id;
END
