-- The order in which the kept record's insurances are asked stands: one that comes to a taken place has none.
CREATE PROCEDURE BeforeMergeInsurance(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'Insurance', comes.insurance_id, 'priority', comes.priority
      FROM Insurance AS comes JOIN Insurance AS stays ON stays.priority = comes.priority
     WHERE comes.patient_id = p_merged_patient_id AND stays.patient_id = p_patient_id;
    UPDATE MergedValue AS v JOIN Insurance AS i ON i.insurance_id = v.record_id
       SET i.priority = NULL
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'Insurance';
END
