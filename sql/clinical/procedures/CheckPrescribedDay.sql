-- Refuses a day on which nothing can have been prescribed: to come, or before the patient's birth. The triggers of
-- Prescription call it.
CREATE PROCEDURE CheckPrescribedDay(IN p_patient_id BIGINT, IN p_prescribed_on DATE)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    -- A clinic east of UTC is already in tomorrow.
    IF p_prescribed_on > CURRENT_DATE + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_in_future';
    END IF;
    IF p_prescribed_on < (SELECT date_of_birth FROM Patient WHERE patient_id = p_patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prescription_before_birth';
    END IF;
END
