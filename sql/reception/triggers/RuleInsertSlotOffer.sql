-- A time is offered only while it is free, held by nobody else and worked: asked under the lock that every booking takes.
CREATE TRIGGER RuleInsertSlotOffer BEFORE INSERT ON SlotOffer FOR EACH ROW
BEGIN
    IF NEW.state <> 'open' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'slot_offer_begins_open';
    END IF;
    CALL CheckAppointmentTime(0, NEW.provider_id, NEW.date, NEW.time, NEW.duration_minutes);
END
