-- Writes down, before a merge is undone, what programs of our own have written since about the appointments and messages
-- that it has moved: reminders, their deliveries, codes for the door. It goes back with them, and nothing is lost by that.
CREATE PROCEDURE ListProgramsRows(IN p_patient_merge_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO MergedRow (patient_merge_id, table_name, record_id)
    SELECT p_patient_merge_id, 'CheckInCode', t.check_in_code_id
      FROM MergedRow AS m
      JOIN CheckInCode AS t ON t.appointment_id = m.record_id
      LEFT JOIN MergedRow AS known ON known.patient_merge_id = m.patient_merge_id
            AND known.table_name = 'CheckInCode' AND known.record_id = t.check_in_code_id
     WHERE m.patient_merge_id = p_patient_merge_id AND m.kind = 'moved' AND m.table_name = 'Appointment'
       AND known.merged_row_id IS NULL AND IsOfPrograms('CheckInCode', t.check_in_code_id);
    INSERT INTO MergedRow (patient_merge_id, table_name, record_id)
    SELECT p_patient_merge_id, 'Message', t.message_id
      FROM MergedRow AS m
      JOIN Message AS t ON t.appointment_id = m.record_id
      LEFT JOIN MergedRow AS known ON known.patient_merge_id = m.patient_merge_id
            AND known.table_name = 'Message' AND known.record_id = t.message_id
     WHERE m.patient_merge_id = p_patient_merge_id AND m.kind = 'moved' AND m.table_name = 'Appointment'
       AND known.merged_row_id IS NULL AND IsOfPrograms('Message', t.message_id);
    INSERT INTO MergedRow (patient_merge_id, table_name, record_id)
    SELECT p_patient_merge_id, 'OutboxDelivery', t.delivery_id
      FROM MergedRow AS m
      JOIN OutboxDelivery AS t ON t.message_id = m.record_id
      LEFT JOIN MergedRow AS known ON known.patient_merge_id = m.patient_merge_id
            AND known.table_name = 'OutboxDelivery' AND known.record_id = t.delivery_id
     WHERE m.patient_merge_id = p_patient_merge_id AND m.kind = 'moved' AND m.table_name = 'Message'
       AND known.merged_row_id IS NULL AND IsOfPrograms('OutboxDelivery', t.delivery_id);
END
