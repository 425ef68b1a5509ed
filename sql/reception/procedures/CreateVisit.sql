-- Records that a patient saw a provider; returns visit_id.
CREATE PROCEDURE CreateVisit(
    IN p_patient_id BIGINT, IN p_provider_id BIGINT, IN p_date DATE, IN p_time TIME,
    IN p_facility VARCHAR(100))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO Visit (patient_id, provider_id, date, time, facility)
    VALUES (p_patient_id, p_provider_id, p_date, p_time, p_facility);
    SELECT LAST_INSERT_ID() AS visit_id;
END
