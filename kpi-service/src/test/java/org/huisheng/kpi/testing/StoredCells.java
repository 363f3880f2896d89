package org.huisheng.kpi.testing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellKey;
import org.huisheng.kpi.observation.Cells;
import org.huisheng.kpi.sql.Database;

/** The cells of some departments as they are in the database. */
public final class StoredCells {

    private StoredCells() {}

    public static Map<CellKey, Cell> of(Database database, List<String> departments) {
        var stored = new HashMap<CellKey, Cell>();
        database.read(
                "SELECT * FROM cell WHERE department = ANY (?)",
                row -> stored.put(
                        new CellKey(
                                YearMonth.from(row.getObject("month", LocalDate.class)),
                                row.getString("department"),
                                row.getString("metric"),
                                Side.valueOf(row.getString("side"))),
                        Cells.cell(row)),
                new Database.SqlArray("text", departments));
        stored.values().removeIf(Cell.EMPTY::equals);
        return stored;
    }
}
