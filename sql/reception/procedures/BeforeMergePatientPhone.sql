-- Reminders go on going to the phone that the kept record has marked for them.
CREATE PROCEDURE BeforeMergePatientPhone(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'PatientPhone', comes.patient_phone_id, 'for_reminders', comes.for_reminders
      FROM PatientPhone AS comes JOIN PatientPhone AS stays ON stays.reminder_patient = p_patient_id
     WHERE comes.reminder_patient = p_merged_patient_id;
    UPDATE MergedValue AS v JOIN PatientPhone AS p ON p.patient_phone_id = v.record_id
       SET p.for_reminders = 0
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'PatientPhone';
END
