"""Databases of the first system, made as its two generations made them, for the tests of adoption."""

from contextlib import contextmanager
from urllib.parse import quote

from django.db import connections

from emr_site.demo.first_system import sample_rows

GENERATION_A = """
CREATE TABLE Patient (Patient_ID INT AUTO_INCREMENT PRIMARY KEY, Name VARCHAR(100), Phone_Number VARCHAR(20),
    Emergency_Contact VARCHAR(100), Address VARCHAR(255), Gender VARCHAR(10), Date_of_Birth DATE);
CREATE TABLE Insurance (Insurance_ID INT AUTO_INCREMENT PRIMARY KEY, Patient_ID INT, Insurance_Details VARCHAR(255));
CREATE TABLE Provider (Provider_ID INT AUTO_INCREMENT PRIMARY KEY, Name VARCHAR(100), Specialization VARCHAR(100),
    Contact VARCHAR(100), Department VARCHAR(100));
CREATE TABLE Room (Room_ID INT AUTO_INCREMENT PRIMARY KEY, Room_Number INT, Room_Date DATE,
    Managing_Department VARCHAR(50), Room_Services TEXT);
CREATE TABLE Visit (Visit_ID INT AUTO_INCREMENT PRIMARY KEY, Patient_ID INT, Provider_ID INT, Date_Of_Appointment DATE,
    Time_Of_Appointment TIME, Reason TEXT);
CREATE TABLE ClinicalCare (Clinical_ID INT AUTO_INCREMENT PRIMARY KEY, Visit_ID INT, Room_ID INT,
    Signs_And_Symptoms TEXT, Discharge_Diagnosis TEXT, Prescriptions TEXT, Tests_And_Procedures TEXT);
CREATE TABLE Billing (Billing_ID INT AUTO_INCREMENT PRIMARY KEY, Visit_ID INT, Amount DECIMAL(10,2), Billing_Date DATE,
    Payment_Type VARCHAR(6));
"""
GENERATION_B = """
CREATE TABLE Patient (PatientID INT AUTO_INCREMENT PRIMARY KEY, Name VARCHAR(100), DOB DATE, Gender VARCHAR(10),
    ContactDetails VARCHAR(20), Address VARCHAR(255));
CREATE TABLE Provider (ProviderID INT AUTO_INCREMENT PRIMARY KEY, Name VARCHAR(100), Specialty VARCHAR(100),
    ContactDetails VARCHAR(100));
CREATE TABLE Visit (VisitID INT AUTO_INCREMENT PRIMARY KEY, PatientID INT, ProviderID INT, Date DATE, Time TIME,
    Facility VARCHAR(100));
CREATE TABLE Appointment (AppointmentID INT AUTO_INCREMENT PRIMARY KEY, PatientID INT, ProviderID INT, Date DATE,
    Time TIME, Status ENUM('Scheduled','Completed','Cancelled'));
CREATE TABLE ClinicalRecord (RecordID INT AUTO_INCREMENT PRIMARY KEY, VisitID INT, Symptoms TEXT, Diagnosis TEXT,
    Prescriptions TEXT, Notes TEXT);
CREATE TABLE Prescription (PrescriptionID INT AUTO_INCREMENT PRIMARY KEY, PatientID INT, Medication VARCHAR(100),
    Dosage VARCHAR(50), Instructions TEXT);
CREATE TABLE Test (TestID INT AUTO_INCREMENT PRIMARY KEY, VisitID INT, Type VARCHAR(100), Results TEXT, Date DATE);
CREATE TABLE Billing (BillingID INT AUTO_INCREMENT PRIMARY KEY, PatientID INT, VisitID INT, Amount DECIMAL(10,2),
    InsuranceClaimStatus ENUM('Processed','Pending','Rejected','Approved'));
CREATE TABLE Users (Username VARCHAR(50), Password VARCHAR(255), Role VARCHAR(50));
CREATE TABLE Audit_Log (TableName VARCHAR(50), RecordID INT, OperationType VARCHAR(10), OldValue TEXT, NewValue TEXT);
"""
# What the sample rows of the first system lack: bookings, prescriptions, tests and old audit entries.
MORE_ROWS_B = """
INSERT INTO Appointment VALUES (1, 1, 1, '2021-10-01', '10:00:00', 'Completed'),
    (2, 2, 1, '2021-10-01', '10:10:00', 'Completed'), (3, 2, 2, '2099-01-01', '09:00:00', 'Scheduled'),
    (4, 1, 2, '2099-01-01', '09:00:00', 'Cancelled');
INSERT INTO Prescription VALUES (1, 1, 'B-Complex', '1 tablet', 'With food'), (2, 2, 'ibuprofen', NULL, NULL);
INSERT INTO Test VALUES (1, 1, 'Blood test', 'Normal', '2021-10-01'), (2, 5, 'X-ray', NULL, NULL);
INSERT INTO Audit_Log VALUES ('Patient', 1, 'UPDATE', 'Sachin, Male', 'Sachin Rafic, Male'),
    ('Billing', 9, 'DELETE', NULL, NULL);
"""
SAMPLE_TABLES = ("Patient", "Insurance", "Provider", "Room", "Visit", "ClinicalCare", "Billing")
# Where generation B keeps what the sample rows say: its table, and its column for each of theirs.
PLACES_IN_B = {
    "Patient": ("Patient", {
        "patient_id": "PatientID", "name": "Name", "date_of_birth": "DOB", "gender": "Gender",
        "phone_number": "ContactDetails", "address": "Address",
    }),
    "Provider": ("Provider", {
        "provider_id": "ProviderID", "name": "Name", "specialization": "Specialty", "contact": "ContactDetails",
    }),
    "Visit": ("Visit", {
        "visit_id": "VisitID", "patient_id": "PatientID", "provider_id": "ProviderID",
        "date_of_appointment": "Date", "time_of_appointment": "Time",
    }),
    "ClinicalCare": ("ClinicalRecord", {
        "clinical_id": "RecordID", "visit_id": "VisitID", "signs_and_symptoms": "Symptoms",
        "discharge_diagnosis": "Diagnosis", "prescriptions": "Prescriptions", "tests_and_procedures": "Notes",
    }),
    "Billing": ("Billing", {"billing_id": "BillingID", "visit_id": "VisitID", "amount": "Amount"}),
    "Users": ("Users", {"username": "Username", "password": "Password", "role": "Role"}),
}  # fmt: skip
# A bill of generation B says whose it is, and what became of its claim.
WHOLE_BILLS = (
    "UPDATE Billing SET InsuranceClaimStatus = 'Approved',"
    " PatientID = (SELECT PatientID FROM Visit WHERE Visit.VisitID = Billing.VisitID)"
)


def first_rows(table):
    """The first system's own rows as it had them; the demonstration moves one visit behind the patient's birth."""
    for row in sample_rows(table.lower()):
        if table == "Visit" and row["visit_id"] == "7":
            row["date_of_appointment"] = "2008-01-04"
        yield row


def sample_rows_a(*tables):
    for table in tables or SAMPLE_TABLES:
        for row in first_rows(table):
            yield insert(table, {column.title(): value for column, value in row.items()})


def sample_rows_b(*tables):
    """The same rows as far as generation B has columns for them."""
    for table in tables or PLACES_IN_B:
        place, columns = PLACES_IN_B[table]
        for row in first_rows(table):
            yield insert(place, {columns[column]: value for column, value in row.items() if column in columns})
    if "Billing" in (tables or PLACES_IN_B):
        yield WHOLE_BILLS, None


def insert(table, row):
    marks = ", ".join(["%s"] * len(row))
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", [value or None for value in row.values()]


def some(generation, *tables):
    """Only these tables of a generation: a source may lack the others."""
    return "".join(f"{each};\n" for each in generation.split(";\n") if each.strip() and each.split()[2] in tables)


@contextmanager
def source_database(*scripts):
    """A database beside the test's own, filled by the scripts; gives its URL. Dropped at the end."""
    owner = connections["owner"]
    name = f"{owner.settings_dict['NAME']}_source"
    connection = owner.copy()
    connection.settings_dict["NAME"] = ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
        cursor.execute(f"USE {name}")
        for script in scripts:
            for statement, parameters in statements(script):
                cursor.execute(statement, parameters)
    try:
        yield url_of(owner.settings_dict, name)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")
        connection.close()


def statements(script):
    if not isinstance(script, str):
        return script
    return [(statement, None) for statement in script.split(";\n") if statement.strip()]


def url_of(address, name):
    account = f"{address['USER']}:{quote(address['PASSWORD'], safe='')}"
    if address["HOST"].startswith("/"):
        return f"mysql://{account}@localhost/{name}?unix_socket={address['HOST']}"
    return f"mysql://{account}@{address['HOST']}:{address['PORT'] or 3306}/{name}"
