-- Refuses to book a patient or with a provider who is no longer here or has died. Called by the triggers of Appointment.
CREATE PROCEDURE CheckWhoIsBooked(IN p_patient_id BIGINT, IN p_provider_id BIGINT, IN p_date DATE)
READS SQL DATA SQL SECURITY INVOKER
BEGIN
    IF EXISTS (SELECT 1 FROM Patient WHERE patient_id = p_patient_id AND deactivated_at IS NOT NULL) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_inactive';
    END IF;
    IF EXISTS (SELECT 1 FROM Patient WHERE patient_id = p_patient_id AND deceased_on < p_date) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_has_died';
    END IF;
    IF EXISTS (SELECT 1 FROM Provider WHERE provider_id = p_provider_id AND deactivated_at IS NOT NULL) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'provider_inactive';
    END IF;
END
