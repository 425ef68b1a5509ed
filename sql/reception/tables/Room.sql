-- One row is one room, and the department that manages it since room_date.
CREATE TABLE Room (
    room_id              BIGINT      NOT NULL AUTO_INCREMENT,
    room_number          INT         NOT NULL,
    room_date            DATE        NULL,
    managing_department  VARCHAR(50) NULL,
    room_services        TEXT        NULL,
    place_id             BIGINT      NULL,
    room_kind            VARCHAR(20) NULL,
    PRIMARY KEY (room_id),
    CONSTRAINT room_place FOREIGN KEY (place_id) REFERENCES Place (place_id),
    CONSTRAINT room_kind_known CHECK (room_kind IN ('consulting', 'treatment', 'procedure')),
    CONSTRAINT room_number_positive CHECK (room_number > 0),
    -- Reports by room number and by department.
    INDEX room_by_number (room_number),
    INDEX room_by_department (managing_department)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
