-- Registers a patient whose name comes in one piece; returns patient_id.
CREATE PROCEDURE CreatePatient(
    IN p_name VARCHAR(201), IN p_dob DATE, IN p_gender VARCHAR(50), IN p_contact VARCHAR(30), IN p_address VARCHAR(255))
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    INSERT INTO Patient (family_name, given_name, date_of_birth, sex, gender, phone_number, address)
    VALUES (FamilyNameOf(p_name), GivenNameOf(p_name), p_dob, SexOf(p_gender), p_gender, p_contact, p_address);
    SELECT LAST_INSERT_ID() AS patient_id;
END
