-- A message begins in the queue: nobody writes one down as sent.
CREATE TRIGGER RuleInsertMessage BEFORE INSERT ON Message FOR EACH ROW
BEGIN
    IF NEW.state <> 'queued' THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'message_begins_queued';
    END IF;
END
