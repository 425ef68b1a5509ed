-- Nobody was here before being born, and nobody whom one record says has died has come since by the other.
CREATE PROCEDURE BeforeMergeVisit(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_born, v_died, v_other_died DATE;
    DECLARE v_is_taken BOOLEAN;
    SELECT date_of_birth, deceased_on INTO v_born, v_died FROM Patient WHERE patient_id = p_patient_id;
    SELECT deceased_on INTO v_other_died FROM Patient WHERE patient_id = p_merged_patient_id;
    SELECT FIND_IN_SET('deceased_on', filled) > 0 INTO v_is_taken
      FROM PatientMerge WHERE patient_merge_id = p_patient_merge_id;
    -- What a record itself says of the death was known when its visits were entered.
    IF EXISTS (SELECT 1 FROM Visit WHERE patient_id = p_merged_patient_id AND date < v_born)
       OR NOT v_died <=> v_other_died
          AND EXISTS (SELECT 1 FROM Visit WHERE patient_id = p_merged_patient_id AND date > v_died)
       OR (v_is_taken OR NOT v_died <=> v_other_died)
          AND EXISTS (SELECT 1 FROM Visit WHERE patient_id = p_patient_id AND date > v_other_died) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_outside_life';
    END IF;
END
