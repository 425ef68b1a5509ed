-- Removes a patient entered by mistake. A patient with any history is refused: deactivate instead.
CREATE PROCEDURE DeletePatient(IN p_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_patient_id BIGINT;
    -- 1451: a foreign key of any room still points here.
    DECLARE EXIT HANDLER FOR 1451 SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_has_history';
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_not_found';
    SELECT patient_id INTO v_patient_id FROM Patient WHERE patient_id = p_patient_id FOR UPDATE;
    DELETE FROM Patient WHERE patient_id = p_patient_id;
END
