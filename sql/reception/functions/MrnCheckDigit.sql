-- The check digit of a medical record number by H. M. Damm's quasigroup of order 10: it finds every single wrong
-- digit and every swap of neighbours, the two mistakes people make on the phone.
CREATE FUNCTION MrnCheckDigit(p_number VARCHAR(12)) RETURNS CHAR(1) CHARSET utf8mb4 COLLATE utf8mb4_unicode_520_ci
DETERMINISTIC NO SQL SQL SECURITY INVOKER
BEGIN
    DECLARE v_interim TINYINT DEFAULT 0;
    DECLARE v_position TINYINT DEFAULT 1;
    WHILE v_position <= CHAR_LENGTH(p_number) DO
        SET v_interim = SUBSTRING(
            '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790',
            v_interim * 10 + SUBSTRING(p_number, v_position, 1) + 1, 1);
        SET v_position = v_position + 1;
    END WHILE;
    RETURN v_interim;
END
