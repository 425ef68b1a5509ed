-- One row is one word that occurs in names, however many patients bear it, or have borne it: what a word that was typed is
-- compared with. Kept by KeepNameWords.
CREATE TABLE NameSound (
    word   VARCHAR(100) NOT NULL,
    -- How it sounds, whatever its first letter: Catherine and Kathryn are both 365.
    sound  CHAR(3)      GENERATED ALWAYS AS (SUBSTRING(SOUNDEX(word), 2, 3)) STORED,
    PRIMARY KEY (word),
    CONSTRAINT name_sound_not_blank CHECK (word <> ''),
    -- Search for names that sound like the one typed.
    INDEX name_sound_by_sound (sound, word)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
