-- An offer is answered once, and accepted only in its time and by whom it finds free; what was offered to whom never changes.
CREATE TRIGGER RuleUpdateSlotOffer BEFORE UPDATE ON SlotOffer FOR EACH ROW
BEGIN
    DECLARE v_found BIGINT DEFAULT 0;
    IF NEW.state <> OLD.state AND OLD.state <> 'open'
       OR NEW.state = 'accepted' AND OLD.state = 'open' AND OLD.held_until <= UTC_TIMESTAMP(6) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'slot_offer_over';
    END IF;
    IF NEW.state = 'accepted' AND OLD.state = 'open' THEN
        SELECT COUNT(*) INTO v_found FROM Patient WHERE patient_id = NEW.patient_id FOR UPDATE;
        CALL CheckPatientIsFree(NEW.patient_id, NEW.date, NEW.time, NEW.duration_minutes);
    END IF;
    IF NEW.freed_slot_id <> OLD.freed_slot_id OR NEW.waiting_request_id <> OLD.waiting_request_id
       OR NEW.provider_id <> OLD.provider_id OR NEW.date <> OLD.date OR NEW.time <> OLD.time
       OR NEW.duration_minutes <> OLD.duration_minutes OR NEW.held_until <> OLD.held_until
       OR NEW.patient_id <> OLD.patient_id AND NOT IsBeingMerged(OLD.patient_id, NEW.patient_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'slot_offer_cannot_change';
    END IF;
END
