-- One row is one set of measurements taken of a patient at one time: each as typed, with its unit, and as converted.
CREATE TABLE VitalSigns (
    vital_signs_id            BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id                BIGINT       NOT NULL,
    visit_id                  BIGINT       NULL,
    taken_at                  DATETIME(6)  NOT NULL,
    systolic_mmhg             SMALLINT     NULL,
    diastolic_mmhg            SMALLINT     NULL,
    blood_pressure_typed      VARCHAR(15)  NULL,
    blood_pressure_unit       VARCHAR(5)   NULL,
    pulse_per_min             SMALLINT     NULL,
    respirations_per_min      SMALLINT     NULL,
    temperature_c             DECIMAL(4,1) NULL,
    temperature_typed         VARCHAR(10)  NULL,
    temperature_unit          VARCHAR(5)   NULL,
    spo2_percent              SMALLINT     NULL,
    weight_kg                 DECIMAL(6,3) NULL,
    weight_typed              VARCHAR(10)  NULL,
    weight_unit               VARCHAR(5)   NULL,
    height_cm                 DECIMAL(4,1) NULL,
    height_typed              VARCHAR(10)  NULL,
    height_unit               VARCHAR(5)   NULL,
    pain_0_to_10              SMALLINT     NULL,
    bmi                       DECIMAL(5,1) GENERATED ALWAYS AS (ROUND(weight_kg / (height_cm * height_cm / 10000), 1)) STORED,
    recorded_at               DATETIME(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    recorded_by               BIGINT       NULL,
    voided_at                 DATETIME(6)  NULL,
    voided_by                 BIGINT       NULL,
    void_reason               VARCHAR(255) NULL,
    PRIMARY KEY (vital_signs_id),
    CONSTRAINT vital_signs_patient FOREIGN KEY (patient_id) REFERENCES Patient (patient_id),
    CONSTRAINT vital_signs_visit FOREIGN KEY (visit_id, patient_id) REFERENCES Visit (visit_id, patient_id),
    CONSTRAINT vital_signs_recorded_by FOREIGN KEY (recorded_by) REFERENCES Users (user_id),
    CONSTRAINT vital_signs_voided_by FOREIGN KEY (voided_by) REFERENCES Users (user_id),
    CONSTRAINT clinical_vital_something_measured CHECK (
        COALESCE(systolic_mmhg, pulse_per_min, respirations_per_min, temperature_c, spo2_percent, weight_kg, height_cm, pain_0_to_10) IS NOT NULL),
    CONSTRAINT clinical_vital_systolic_range CHECK (systolic_mmhg BETWEEN 40 AND 300),
    CONSTRAINT clinical_vital_diastolic_range CHECK (diastolic_mmhg BETWEEN 20 AND 200),
    CONSTRAINT clinical_vital_diastolic_below_systolic CHECK (diastolic_mmhg < systolic_mmhg),
    CONSTRAINT clinical_vital_pressure_is_two CHECK ((systolic_mmhg IS NULL) = (diastolic_mmhg IS NULL)),
    CONSTRAINT clinical_vital_pulse_range CHECK (pulse_per_min BETWEEN 20 AND 300),
    CONSTRAINT clinical_vital_respirations_range CHECK (respirations_per_min BETWEEN 4 AND 120),
    CONSTRAINT clinical_vital_temperature_range CHECK (temperature_c BETWEEN 25 AND 45),
    CONSTRAINT clinical_vital_spo2_range CHECK (spo2_percent BETWEEN 30 AND 100),
    CONSTRAINT clinical_vital_weight_range CHECK (weight_kg BETWEEN 0.2 AND 500),
    CONSTRAINT clinical_vital_height_range CHECK (height_cm BETWEEN 20 AND 272),
    CONSTRAINT clinical_vital_pain_range CHECK (pain_0_to_10 BETWEEN 0 AND 10),
    -- What was converted follows from what was typed.
    CONSTRAINT clinical_vital_pressure_as_typed CHECK (
        systolic_mmhg IS NULL AND blood_pressure_typed IS NULL AND blood_pressure_unit IS NULL
        OR systolic_mmhg IS NOT NULL AND blood_pressure_typed IS NOT NULL AND blood_pressure_unit IS NOT NULL
           AND (blood_pressure_unit = 'mmHg' AND blood_pressure_typed = CONCAT(systolic_mmhg, '/', diastolic_mmhg)
                OR blood_pressure_unit = 'kPa' AND blood_pressure_typed REGEXP '^[0-9.]+/[0-9.]+$'
                   AND ABS(systolic_mmhg - CAST(SUBSTRING_INDEX(blood_pressure_typed, '/', 1) AS DECIMAL(8,3)) * 7.50062) <= 0.51
                   AND ABS(diastolic_mmhg - CAST(SUBSTRING_INDEX(blood_pressure_typed, '/', -1) AS DECIMAL(8,3)) * 7.50062) <= 0.51)),
    CONSTRAINT clinical_vital_temperature_as_typed CHECK (
        temperature_c IS NULL AND temperature_typed IS NULL AND temperature_unit IS NULL
        OR temperature_c IS NOT NULL AND temperature_typed IS NOT NULL AND temperature_unit IS NOT NULL AND temperature_typed REGEXP '^[0-9]+([.][0-9]+)?$'
           AND (temperature_unit = '°C' AND ABS(temperature_c - CAST(temperature_typed AS DECIMAL(8,3))) <= 0.051
                OR temperature_unit = '°F' AND ABS(temperature_c - (CAST(temperature_typed AS DECIMAL(8,3)) - 32) / 1.8) <= 0.051)),
    CONSTRAINT clinical_vital_weight_as_typed CHECK (
        weight_kg IS NULL AND weight_typed IS NULL AND weight_unit IS NULL
        OR weight_kg IS NOT NULL AND weight_typed IS NOT NULL AND weight_unit IS NOT NULL AND weight_typed REGEXP '^[0-9]+([.][0-9]+)?$'
           AND (weight_unit = 'kg' AND ABS(weight_kg - CAST(weight_typed AS DECIMAL(9,3))) <= 0.001
                OR weight_unit = 'g' AND ABS(weight_kg - CAST(weight_typed AS DECIMAL(9,3)) / 1000) <= 0.001
                OR weight_unit = 'lb' AND ABS(weight_kg - CAST(weight_typed AS DECIMAL(9,3)) * 0.45359237) <= 0.001)),
    CONSTRAINT clinical_vital_height_as_typed CHECK (
        height_cm IS NULL AND height_typed IS NULL AND height_unit IS NULL
        OR height_cm IS NOT NULL AND height_typed IS NOT NULL AND height_unit IS NOT NULL AND height_typed REGEXP '^[0-9]+([.][0-9]+)?$'
           AND (height_unit = 'cm' AND ABS(height_cm - CAST(height_typed AS DECIMAL(8,3))) <= 0.051
                OR height_unit = 'm' AND ABS(height_cm - CAST(height_typed AS DECIMAL(8,3)) * 100) <= 0.051
                OR height_unit = 'in' AND ABS(height_cm - CAST(height_typed AS DECIMAL(8,3)) * 2.54) <= 0.051)),
    CONSTRAINT vital_signs_void_whole CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
    CONSTRAINT vital_signs_void_says_why CHECK (TRIM(void_reason) <> ''),
    -- A patient's measurements, newest first, and their trends.
    INDEX vital_signs_by_patient (patient_id, taken_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci
