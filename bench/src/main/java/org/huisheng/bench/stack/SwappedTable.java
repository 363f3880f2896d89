package org.huisheng.bench.stack;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a running service that is exchanged for another of the same make: the services go on, and work on an empty
 * table in one minute and on a full one in the next.
 */
public final class SwappedTable {

    /** With the same partitions, if it has any. The service's own role has to be able to write it. */
    private static final String MAKE = """
            DO $$
            DECLARE
                part record;
                place int := 0;
            BEGIN
                EXECUTE (SELECT 'SET LOCAL ROLE ' || quote_ident(tableowner) FROM pg_tables WHERE tablename = '%1$s');
                EXECUTE 'CREATE TABLE %2$s (LIKE %1$s INCLUDING ALL) '
                    || coalesce('PARTITION BY ' || pg_get_partkeydef(to_regclass('%1$s')), '');
                FOR part IN SELECT pg_get_expr(relpartbound, oid) AS bound FROM pg_class
                            WHERE oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = to_regclass('%1$s')) LOOP
                    place := place + 1;
                    EXECUTE format('CREATE TABLE %%I PARTITION OF %2$s %%s', '%2$s_part_' || place, part.bound);
                END LOOP;
            END $$
            """;

    private final BenchStack stack;
    private final String database;
    private final String table;
    private final List<String> aside = new ArrayList<>();
    private String used;
    private int made;

    public SwappedTable(BenchStack stack, String database, String table) {
        this.stack = stack;
        this.database = database;
        this.table = table;
        this.used = table + "_first";
    }

    /** @return the name of a new table like it, with nothing in it */
    public String empty() throws IOException, SQLException {
        var name = table + "_" + ++made;
        run(MAKE.formatted(table, name));
        aside.add(name);
        return name;
    }

    /** Renamed, so that every plan the service has kept is made anew. */
    public void use(String name) throws IOException, SQLException {
        if (!name.equals(used)) {
            run("ALTER TABLE " + table + " RENAME TO " + used + "; ALTER TABLE " + name + " RENAME TO " + table);
            aside.remove(name);
            aside.add(used);
            used = name;
        }
    }

    /** One that is not in use. */
    public void drop(String name) throws IOException, SQLException {
        run("DROP TABLE " + name);
        aside.remove(name);
    }

    /** Drops all that are not in use. */
    public void dropAside() throws IOException, SQLException {
        for (var name : List.copyOf(aside)) {
            drop(name);
        }
    }

    /** All there are, by the names they have now. */
    public List<String> all() {
        var all = new ArrayList<>(aside);
        all.add(table);
        return all;
    }

    private void run(String statement) throws IOException, SQLException {
        try (var connection = stack.database(database);
                var execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }
}
