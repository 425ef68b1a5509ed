-- Writes the one clinical record of a visit; returns record_id. Refuses a visit that is not there or has its record.
CREATE PROCEDURE CreateClinicalRecord(
    IN p_visit_id BIGINT, IN p_symptoms TEXT, IN p_diagnosis TEXT, IN p_prescriptions TEXT, IN p_notes TEXT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_visit_id BIGINT;
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_not_found';
    -- The lock makes a second writer wait here, so that it is refused by the rule and not by a broken key.
    SELECT visit_id INTO v_visit_id FROM Visit WHERE visit_id = p_visit_id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM ClinicalCare WHERE visit_id = p_visit_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_exists';
    END IF;
    INSERT INTO ClinicalCare (visit_id, signs_and_symptoms, discharge_diagnosis, prescriptions, notes)
    VALUES (p_visit_id, p_symptoms, p_diagnosis, p_prescriptions, p_notes);
    SELECT LAST_INSERT_ID() AS record_id;
END
