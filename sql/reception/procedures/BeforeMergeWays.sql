-- Whoever calls from the other record's number is still found by it, and whom it names for an emergency becomes a contact.
CREATE PROCEDURE BeforeMergeWays(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    -- What is written there as a phone may be none: then it stays to be read with the merge.
    DECLARE v_phone VARCHAR(80) DEFAULT '^[0-9 +()./-]*([0-9][0-9 +()./-]*){6}$';
    INSERT INTO PatientPhone (patient_id, number, kind, note)
    SELECT p_patient_id, comes.phone_number, COALESCE(comes.phone_kind, 'other'), CONCAT('From record ', comes.mrn)
      FROM Patient AS comes JOIN Patient AS stays ON stays.patient_id = p_patient_id
     WHERE comes.patient_id = p_merged_patient_id AND comes.phone_number REGEXP v_phone
       AND NOT comes.phone_digits <=> stays.phone_digits
       AND NOT EXISTS (SELECT 1 FROM PatientPhone AS known
                        WHERE known.patient_id IN (p_patient_id, p_merged_patient_id) AND known.digits = comes.phone_digits);
    IF ROW_COUNT() > 0 THEN
        INSERT INTO MergedRow (patient_merge_id, table_name, record_id, kind)
        VALUES (p_patient_merge_id, 'PatientPhone', LAST_INSERT_ID(), 'added');
    END IF;
    INSERT INTO PatientContact (patient_id, name, relation, phone, is_emergency, position)
    SELECT p_patient_id, COALESCE(comes.emergency_contact, comes.emergency_phone), 'other',
           IF(comes.emergency_phone REGEXP v_phone, comes.emergency_phone, NULL),
           COALESCE(comes.emergency_phone REGEXP v_phone, 0),
           (SELECT COALESCE(MAX(each_one.position), 0) + 1 FROM PatientContact AS each_one WHERE each_one.patient_id = p_patient_id)
      FROM Patient AS comes JOIN Patient AS stays ON stays.patient_id = p_patient_id
     WHERE comes.patient_id = p_merged_patient_id
       AND TRIM(COALESCE(comes.emergency_contact, comes.emergency_phone)) <> ''
       AND NOT (comes.emergency_contact <=> stays.emergency_contact AND comes.emergency_phone <=> stays.emergency_phone);
    IF ROW_COUNT() > 0 THEN
        INSERT INTO MergedRow (patient_merge_id, table_name, record_id, kind)
        VALUES (p_patient_merge_id, 'PatientContact', LAST_INSERT_ID(), 'added');
    END IF;
END
