package org.huisheng.kpi.odata.filter;

/** The types of the Entity Data Model that columns and expressions have. */
public enum Type {
    STRING("Edm.String", "text"),
    INT32("Edm.Int32", "numeric"),
    INT64("Edm.Int64", "numeric"),
    DECIMAL("Edm.Decimal", "numeric"),
    DATE_TIME("Edm.DateTimeOffset", "timestamptz"),
    DATE("Edm.Date", "date"),
    BOOLEAN("Edm.Boolean", "boolean"),
    GUID("Edm.Guid", "uuid"),
    /** Of the literal {@code null} alone. */
    NULL("null", "text");

    private final String edm;
    private final String sql;

    Type(String edm, String sql) {
        this.edm = edm;
        this.sql = sql;
    }

    public String edm() {
        return edm;
    }

    /** What a parameter of this type is in PostgreSQL. */
    public String sql() {
        return sql;
    }

    public boolean numeric() {
        return this == INT32 || this == INT64 || this == DECIMAL;
    }

    boolean ordered() {
        return this != GUID && this != BOOLEAN;
    }

    boolean comparableWith(Type other) {
        return this == other || this == NULL || other == NULL || numeric() && other.numeric();
    }
}
