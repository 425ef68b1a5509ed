-- A time is offered only while it is free, held by nobody else and worked, asked under the lock that every booking takes;
-- and to nobody who is booked, or offered another time, during it. The patient's row is locked so that two offers to one
-- patient wait for one another.
CREATE TRIGGER RuleInsertSlotOffer BEFORE INSERT ON SlotOffer FOR EACH ROW
BEGIN
    DECLARE v_ends TIME DEFAULT ADDTIME(NEW.time, SEC_TO_TIME(NEW.duration_minutes * 60));
    DECLARE v_found BIGINT DEFAULT 0;
    IF NEW.state <> 'open' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'slot_offer_begins_open';
    END IF;
    SELECT COUNT(*) INTO v_found FROM Patient WHERE patient_id = NEW.patient_id FOR UPDATE;
    CALL CheckWhoIsBooked(NEW.patient_id, NEW.provider_id, NEW.date);
    SELECT COUNT(*) INTO v_found
      FROM SlotOffer
     WHERE patient_id = NEW.patient_id AND date = NEW.date AND time < v_ends AND end_time > NEW.time AND state = 'open'
      LOCK IN SHARE MODE;
    IF v_found > 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'slot_offer_patient_busy';
    END IF;
    CALL CheckPatientIsFree(NEW.patient_id, NEW.date, NEW.time, NEW.duration_minutes);
    CALL CheckAppointmentTime(0, NEW.provider_id, NEW.date, NEW.time, NEW.duration_minutes);
END
