"""Databases of the first system, made as its two generations made them, for the tests of adoption."""

import csv
from contextlib import contextmanager
from urllib.parse import quote

from django.conf import settings
from django.db import connections

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
SAMPLE_ROWS_B = """
INSERT INTO Patient VALUES (1, 'Sachin Rafic', '1998-08-25', 'Male', '987-654-3421', '123 Elm Street'),
    (2, 'Arjun Reddy', '1990-02-28', 'Male', '798-959-4930', NULL), (7, 'Cher', NULL, NULL, NULL, NULL);
INSERT INTO Provider VALUES (1, 'Dr. Justin White', 'Oncology', '444-1122'), (2, 'Taylor Black', NULL, NULL);
INSERT INTO Visit VALUES (1, 1, 1, '2021-10-01', '10:00:00', 'Main building'), (5, 2, 2, '2022-12-31', NULL, NULL);
INSERT INTO Appointment VALUES (1, 1, 1, '2021-10-01', '10:00:00', 'Completed'),
    (2, 2, 1, '2021-10-01', '10:10:00', 'Completed'), (3, 2, 2, '2099-01-01', '09:00:00', 'Scheduled'),
    (4, 1, 2, '2099-01-01', '09:00:00', 'Cancelled');
INSERT INTO ClinicalRecord VALUES (3, 1, 'Tired', 'Lack of vitamins', 'B-Complex', 'Seen again in May');
INSERT INTO Prescription VALUES (1, 1, 'B-Complex', '1 tablet', 'With food'), (2, 2, 'ibuprofen', NULL, NULL);
INSERT INTO Test VALUES (1, 1, 'Blood test', 'Normal', '2021-10-01'), (2, 5, 'X-ray', NULL, NULL);
INSERT INTO Billing VALUES (1, 1, 1, 370.00, 'Approved'), (2, 2, 5, 167.00, 'Pending');
INSERT INTO Users VALUES ('reception1', 'password123', 'Receptionist'), ('doctor1', 'password123', 'Doctor'),
    ('patient1', 'password123', 'Patient'), ('staff1', 'password123', 'Staff');
INSERT INTO Audit_Log VALUES ('Patient', 1, 'UPDATE', 'Sachin, Male', 'Sachin Rafic, Male'),
    ('Billing', 9, 'DELETE', NULL, NULL);
"""
SAMPLE_TABLES_A = ("Patient", "Insurance", "Provider", "Room", "Visit", "ClinicalCare", "Billing")


def sample_rows_a():
    """INSERTs of the first system's own sample rows, from the CSV files that the demonstration uses too."""
    for table in SAMPLE_TABLES_A:
        path = settings.BASE_DIR / "emr_site" / "demo" / "first_system" / f"{table.lower()}.csv"
        with path.open(newline="") as file:
            for row in csv.DictReader(file):
                columns = ", ".join(column.title() for column in row)
                marks = ", ".join(["%s"] * len(row))
                yield f"INSERT INTO {table} ({columns}) VALUES ({marks})", [value or None for value in row.values()]


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
