"""The serving accounts have the rights that their files say, and what each must not do is tried."""

import pytest
from django.db import DatabaseError, connections

from emr_site.actor import acting_as, system_actor
from emr_site.sql.grants import ALIASES, deploy_grants, differences, drift, grantees

FORBIDDEN = {
    "default": [
        "INSERT INTO Audit_Log (event, action, user_name, database_account) VALUES ('x', 'E', 'x', 'x')",
        "UPDATE Audit_Log SET user_name = 'somebody else'",
        "DELETE FROM Audit_Log",
        "TRUNCATE TABLE Audit_Log",
        "INSERT INTO Look (patient_id, part, user_name, database_account) VALUES (1, 'x', 'x', 'x')",
        "UPDATE Look SET patient_id = 2",
        "DELETE FROM Look",
        "DELETE FROM Users",
        "DROP TRIGGER AfterInsertPatient",
        "DROP TABLE Patient",
        "CREATE TABLE Mine (id INT)",
        "INSERT INTO auth_group (name) VALUES ('Kings')",
        "INSERT INTO auth_group_permissions (group_id, permission_id) VALUES (1, 1)",
        "INSERT INTO MrnSequence () VALUES ()",
        "UPDATE Sql_Object SET sha256 = ''",
        "GRANT SELECT ON Patient TO emr_reports",
    ],
    "reports": [
        "SELECT * FROM Patient",
        "SELECT * FROM Audit_Log",
        "SELECT password FROM Users",
        "UPDATE View_Patient_BasicInfo SET gender = 'x'",
        "DELETE FROM View_Patient_BasicInfo",
        "CALL DeletePatient(1)",
        "SELECT * FROM django_session",
    ],
}
DENIED = {1044, 1045, 1142, 1143, 1227, 1370, 1410, 1288}


@pytest.mark.django_db(databases=["default", "owner", "reports"])
@pytest.mark.parametrize("account", ALIASES)
def test_it_has_the_rights_of_its_files(account):
    with connections["owner"].cursor() as cursor:
        assert differences(cursor, account, connections["owner"].settings_dict["NAME"]) == ({}, [])


@pytest.mark.django_db(databases=["default", "owner", "reports"])
@pytest.mark.parametrize(("alias", "statement"), [(alias, each) for alias in FORBIDDEN for each in FORBIDDEN[alias]])
def test_it_may_not(alias, statement):
    signed = acting_as(system_actor("test"))
    with signed, connections[alias].cursor() as cursor, pytest.raises(DatabaseError) as refused:
        cursor.execute(statement)
    assert refused.value.args[0] in DENIED, refused.value


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_the_log_is_closed_to_everyone_but_the_owner():
    """Even an account with every right on the table, such as a database administrator's own."""
    owner = connections["owner"]
    schema, host = owner.settings_dict["NAME"], owner.settings_dict["HOST"]
    other = owner.copy()
    other.settings_dict.update(USER="emr_test_admin", PASSWORD="only-for-this-test-1A!")
    with acting_as(system_actor("test")), owner.cursor() as cursor:
        cursor.execute("INSERT INTO Room (room_number) VALUES (1)")
        place = "localhost" if host.startswith("/") else "%"
        cursor.execute(f"DROP USER IF EXISTS emr_test_admin@'{place}'")
        cursor.execute(f"CREATE USER emr_test_admin@'{place}' IDENTIFIED BY 'only-for-this-test-1A!'")
        try:
            cursor.execute(f"GRANT SELECT, UPDATE, DELETE ON {schema}.Audit_Log TO emr_test_admin@'{place}'")
            with other.cursor() as theirs:
                for statement in ("UPDATE Audit_Log SET user_name = 'x'", "DELETE FROM Audit_Log"):
                    with pytest.raises(DatabaseError, match="audit_is_append_only"):
                        theirs.execute(statement)
        finally:
            other.close()
            cursor.execute(f"DROP USER emr_test_admin@'{place}'")


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_it_takes_back_a_right_on_a_table_that_is_gone(owner):
    """The server keeps such a right, by the name in its exact case."""
    connection = connections["owner"]
    owner.execute("CREATE TABLE MixedCaseGone (id INT)")
    owner.execute(f"GRANT SELECT ON MixedCaseGone TO {grantees(owner, 'app', connection.settings_dict['NAME'])[0]}")
    owner.execute("DROP TABLE MixedCaseGone")
    assert [line for line in deploy_grants(connection) if "MixedCaseGone" in line]
    assert deploy_grants(connection) == []


PLANTED = {
    "a right on one column": "GRANT UPDATE (user_name) ON {schema}.Audit_Log TO {app}",
    "the right to give a right away": "GRANT SELECT ON {schema}.Room TO {app} WITH GRANT OPTION",
    "a right on the whole database": "GRANT DELETE ON `{pattern}`.* TO {app}",
    "a right of the name at another host": "GRANT DELETE ON {schema}.Users TO {other}",
}


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
@pytest.mark.parametrize("planted", PLANTED)
def test_it_finds_and_takes_back(planted, owner):
    schema = connections["owner"].settings_dict["NAME"]
    app = grantees(owner, "app", schema)[0]
    other = app.split("@")[0] + "@'192.0.2.7'"
    owner.execute(f"CREATE USER {other} IDENTIFIED BY 'only-for-this-test-1A!'")
    try:
        assert list(drift(owner, schema)) == []
        owner.execute(PLANTED[planted].format(schema=schema, pattern=schema.replace("_", r"\_"), app=app, other=other))
        assert [state for state, _, _ in drift(owner, schema)] == ["extra"]
        deploy_grants(connections["owner"])
        assert list(drift(owner, schema)) == []
    finally:
        owner.execute(f"DROP USER {other}")


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_it_finds_a_role(owner):
    """What it lets the account do is not looked up: no file gives a role."""
    schema = connections["owner"].settings_dict["NAME"]
    owner.execute("CREATE ROLE emr_test_role")
    try:
        owner.execute(f"GRANT emr_test_role TO {grantees(owner, 'app', schema)[0]}")
        (found,) = drift(owner, schema)
        assert "emr_test_role" in found[2]
    finally:
        owner.execute("DROP ROLE emr_test_role")
