-- Changes a patient's details; the parts of the name change only when the name as one does.
CREATE PROCEDURE UpdatePatient(
    IN p_patient_id BIGINT, IN p_name VARCHAR(201), IN p_dob DATE, IN p_gender VARCHAR(50),
    IN p_contact VARCHAR(30), IN p_address VARCHAR(255))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    DECLARE v_name VARCHAR(201);
    DECLARE v_gender VARCHAR(50);
    DECLARE EXIT HANDLER FOR NOT FOUND SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'patient_not_found';
    SELECT name, gender INTO v_name, v_gender FROM Patient WHERE patient_id = p_patient_id FOR UPDATE;
    UPDATE Patient
       SET family_name = IF(CAST(v_name AS BINARY) <=> CAST(p_name AS BINARY), family_name, FamilyNameOf(p_name)),
           given_name = IF(CAST(v_name AS BINARY) <=> CAST(p_name AS BINARY), given_name, GivenNameOf(p_name)),
           date_of_birth = p_dob,
           sex = IF(v_gender <=> p_gender, sex, SexOf(p_gender)),
           gender = p_gender,
           phone_number = p_contact,
           address = p_address
     WHERE patient_id = p_patient_id;
END
