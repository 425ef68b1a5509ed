-- A stay in a room ends once, and nothing else about it changes.
CREATE TRIGGER RuleUpdateRoomStay BEFORE UPDATE ON RoomStay FOR EACH ROW
BEGIN
    IF OLD.left_at IS NOT NULL OR NEW.room_id <> OLD.room_id OR NEW.visit_id <> OLD.visit_id
       OR NEW.entered_at <> OLD.entered_at THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'room_stay_is_history';
    END IF;
END
