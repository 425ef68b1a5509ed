-- Rewrites the clinical record of a visit; the audit keeps what stood there.
CREATE PROCEDURE UpdateClinicalRecord(
    IN p_record_id BIGINT, IN p_symptoms TEXT, IN p_diagnosis TEXT, IN p_prescriptions TEXT, IN p_notes TEXT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_id BIGINT;
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'record_not_found';
    SELECT clinical_id INTO v_id FROM ClinicalCare WHERE clinical_id = p_record_id FOR UPDATE;
    UPDATE ClinicalCare
       SET signs_and_symptoms = p_symptoms,
           discharge_diagnosis = p_diagnosis,
           prescriptions = p_prescriptions,
           notes = p_notes
     WHERE clinical_id = p_record_id;
END
