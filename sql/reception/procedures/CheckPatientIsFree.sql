-- Refuses a time of the waiting list at which the patient has an appointment, with whomever: only a person may book two
-- for one moment. Called by the triggers of SlotOffer, under the lock of the patient's row.
CREATE PROCEDURE CheckPatientIsFree(IN p_patient_id BIGINT, IN p_date DATE, IN p_time TIME, IN p_minutes SMALLINT)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_found BIGINT DEFAULT 0;
    SELECT COUNT(*) INTO v_found
      FROM Appointment
     WHERE patient_id = p_patient_id
       AND date = p_date
       AND time < ADDTIME(p_time, SEC_TO_TIME(p_minutes * 60))
       AND end_time > p_time
       AND status NOT IN ('Cancelled', 'Did not attend')
      LOCK IN SHARE MODE;
    IF v_found > 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'slot_offer_patient_busy';
    END IF;
END
