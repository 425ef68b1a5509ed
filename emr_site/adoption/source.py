"""The database being adopted, read as it is and never written."""

import environ
import MySQLdb
from MySQLdb.cursors import SSDictCursor

OPENING_SECONDS = 10
WHICH_DATABASE = "SELECT @@hostname, @@port, @@datadir, DATABASE()"


class SourceRefused(Exception):
    """There is nothing to adopt at this address; the message is a sentence for people."""


def plain(name):
    """A table's or column's name without case and underscores: Patient_ID and PatientID are one name."""
    return name.lower().replace("_", "")


def quoted(name):
    """An identifier as the server takes it, whatever characters the source uses."""
    return "`" + name.replace("`", "``") + "`"


def settings_of(url):
    """What the URL says, by Django's names. SourceRefused for one that names no database of this kind."""
    try:
        settings = environ.Env.db_url_config(url) if url.startswith("mysql://") else {}
        if settings.get("NAME") and address(settings):
            return settings
    except ValueError:
        pass  # not shown: the address may hold a password
    raise SourceRefused("This is no address of a database. It has the form mysql://user:password@host:port/database.")


def address(settings):
    """Where the server listens, by mysqlclient's names."""
    socket = settings.get("OPTIONS", {}).get("unix_socket")
    if socket:
        return {"unix_socket": socket}
    return {"host": settings["HOST"] or "127.0.0.1", "port": int(settings["PORT"] or 3306)}


class Source:
    """A read-only view of the database at `url`, in one consistent snapshot."""

    def __init__(self, url):
        settings = settings_of(url)
        self.name = settings["NAME"]
        self.connection = MySQLdb.connect(
            user=settings["USER"] or "",
            password=settings["PASSWORD"] or "",
            database=self.name,
            charset="utf8mb4",
            connect_timeout=OPENING_SECONDS,
            **address(settings),
        )
        self._run("SET SESSION sql_mode = ''")
        self._run("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        self._run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")
        self.tables = self._tables()

    def _run(self, statement, parameters=()):
        with self.connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall()

    def _tables(self):
        """Every base table by its plain name, in whatever case it was created."""
        rows = self._run(
            "SELECT table_name FROM information_schema.tables"
            " WHERE table_schema = %s AND table_type = 'BASE TABLE' ORDER BY table_name",
            [self.name],
        )
        tables = {}
        for (name,) in rows:
            tables.setdefault(plain(name), []).append(name)
        return tables

    def identity(self):
        """What tells this database from every other one."""
        return tuple(self._run(WHICH_DATABASE)[0])

    def columns(self, table):
        rows = self._run(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = %s AND table_name = %s ORDER BY ordinal_position",
            [self.name, table],
        )
        # The server may compare without case, and Visit and visit can be two tables.
        return [column for name, column in rows if name == table]

    def rows(self, table):
        """Each row as a dict by column name, dates as the server writes them: no value is refused here."""
        columns = self.columns(table)
        texts = ", ".join(f"CAST({quoted(column)} AS CHAR) AS {quoted(column)}" for column in columns)
        with self.connection.cursor(SSDictCursor) as cursor:
            cursor.execute(f"SELECT {texts} FROM {quoted(table)}")
            yield from cursor

    def close(self):
        self.connection.close()
