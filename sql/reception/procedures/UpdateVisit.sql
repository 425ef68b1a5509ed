-- Corrects a visit.
CREATE PROCEDURE UpdateVisit(
    IN p_visit_id BIGINT, IN p_patient_id BIGINT, IN p_provider_id BIGINT, IN p_date DATE, IN p_time TIME,
    IN p_facility VARCHAR(100))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_id BIGINT;
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'visit_not_found';
    SELECT visit_id INTO v_id FROM Visit WHERE visit_id = p_visit_id FOR UPDATE;
    UPDATE Visit
       SET patient_id = p_patient_id,
           provider_id = p_provider_id,
           date = p_date,
           time = p_time,
           facility = p_facility
     WHERE visit_id = p_visit_id;
END
