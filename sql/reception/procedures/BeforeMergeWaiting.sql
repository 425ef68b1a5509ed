-- What waits for the desk twice is not decided here: a patient's own words, or a wish that may hold an offer, are
-- answered before the records are merged.
CREATE PROCEDURE BeforeMergeWaiting(
    IN p_patient_merge_id BIGINT, IN p_patient_id BIGINT, IN p_merged_patient_id BIGINT)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    IF EXISTS (SELECT 1 FROM PortalRequest AS comes JOIN PortalRequest AS stays ON stays.waiting_kind = comes.waiting_kind
                WHERE comes.patient_id = p_merged_patient_id AND stays.patient_id = p_patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_open_requests';
    END IF;
    IF EXISTS (SELECT 1 FROM WaitingRequest AS comes JOIN WaitingRequest AS stays ON stays.provider_id <=> comes.provider_id
                WHERE comes.patient_id = p_merged_patient_id AND stays.patient_id = p_patient_id
                  AND comes.closed_at IS NULL AND stays.closed_at IS NULL) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_merge_open_wishes';
    END IF;
END
