-- Of two answers to one text the later stands, of two at one moment the refusal; the other is withdrawn.
CREATE PROCEDURE BeforeMergeConsent(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO MergedValue (patient_merge_id, table_name, record_id, column_name, old_value)
    SELECT p_patient_merge_id, 'Consent',
           IF(comes.signed_at > stays.signed_at
              OR comes.signed_at = stays.signed_at AND comes.decision = 'refused', stays.consent_id, comes.consent_id),
           c.column_name, NULL
      FROM Consent AS comes
      JOIN Consent AS stays ON stays.patient_id = p_patient_id AND stays.live_form_id = comes.live_form_id
      JOIN (SELECT 'withdrawn_at' AS column_name UNION ALL SELECT 'withdrawn_by' UNION ALL SELECT 'withdrawal_reason') AS c
     WHERE comes.patient_id = p_merged_patient_id;
    UPDATE MergedValue AS v JOIN Consent AS c ON c.consent_id = v.record_id
       SET c.withdrawn_at = GREATEST(UTC_TIMESTAMP(6), c.signed_at), c.withdrawn_by = @emr_user_id,
           c.withdrawal_reason = 'Records merged: the other answer stands'
     WHERE v.patient_merge_id = p_patient_merge_id AND v.table_name = 'Consent' AND v.column_name = 'withdrawn_at';
END
