-- Writes down the words of a patient's names, and those parts that are said as one: O'Brien is o, brien and obrien; a
-- family name of several words is one word too. Called by the triggers of Patient.
CREATE PROCEDURE KeepNameWords(
    IN p_patient_id BIGINT, IN p_family_name VARCHAR(100), IN p_other_names VARCHAR(350), IN p_seen_order INT)
MODIFIES SQL DATA SQL SECURITY INVOKER
BEGIN
    -- Signs between the parts of a name, as reception/near_names.py knows them.
    DECLARE v_signs VARCHAR(50) DEFAULT '[-‐‑‒–—''’‘ʼʻ´`.,;()"/_]+';
    DECLARE v_names VARCHAR(460) DEFAULT CONCAT(p_family_name, ' ', p_other_names);
    DECLARE v_rest VARCHAR(1100) DEFAULT REGEXP_REPLACE(v_names, v_signs, ' ');
    DECLARE v_word VARCHAR(460);
    IF v_rest <> v_names THEN
        SET v_rest = CONCAT(v_rest, ' ', REGEXP_REPLACE(v_names, v_signs, ''));
    END IF;
    SET v_rest = TRIM(CONCAT(v_rest, ' ', REPLACE(REGEXP_REPLACE(p_family_name, v_signs, ''), ' ', '')));
    WHILE v_rest <> '' DO
        SET v_word = SUBSTRING_INDEX(v_rest, ' ', 1);
        SET v_rest = LTRIM(SUBSTRING(v_rest, CHAR_LENGTH(v_word) + 1));
        IF v_word <> '' THEN
            INSERT INTO NameWord (bearer_id, word, seen_order) VALUES (p_patient_id, LEFT(v_word, 100), p_seen_order)
                ON DUPLICATE KEY UPDATE seen_order = p_seen_order;
            -- Looked for first: who registers a Smith need not wait for whoever registers another. Under a name of its
            -- own the table is only read here; under its own it would be locked as for the writing below.
            IF NOT EXISTS (SELECT 1 FROM NameSound AS known WHERE known.word = LEFT(v_word, 100)) THEN
                INSERT IGNORE INTO NameSound (word) VALUES (LEFT(v_word, 100));
            END IF;
        END IF;
    END WHILE;
END
