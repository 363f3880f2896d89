package org.huisheng.kpi.odata;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.query.EntitySet;

/** {@code $metadata}: the sets in the Common Schema Definition Language. */
final class MetadataDocument {

    static final String NAMESPACE = "Huisheng";

    private MetadataDocument() {}

    static byte[] of(Collection<EntitySet> sets) {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
                  <edmx:DataServices>
                    <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="%s">
                """.formatted(NAMESPACE));
        sets.forEach(set -> type(set, xml));
        xml.append("      <EntityContainer Name=\"Feed\">\n");
        sets.forEach(set -> xml.append("        <EntitySet Name=\"%s\" EntityType=\"%s.%s\"/>\n"
                .formatted(set.name(), NAMESPACE, set.type())));
        xml.append("""
                      </EntityContainer>
                    </Schema>
                  </edmx:DataServices>
                </edmx:Edmx>
                """);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void type(EntitySet set, StringBuilder xml) {
        xml.append("      <EntityType Name=\"%s\">\n        <Key>\n".formatted(set.type()));
        set.key().forEach(column -> xml.append("          <PropertyRef Name=\"%s\"/>\n".formatted(column.name())));
        xml.append("        </Key>\n");
        set.columns().forEach(column -> property(column, xml));
        xml.append("      </EntityType>\n");
    }

    private static void property(Column column, StringBuilder xml) {
        xml.append("        <Property Name=\"%s\" Type=\"%s\""
                .formatted(column.name(), column.type().edm()));
        if (!column.nullable()) {
            xml.append(" Nullable=\"false\"");
        }
        xml.append(
                switch (column.type()) {
                    case DATE_TIME -> " Precision=\"6\"";
                    case DECIMAL -> " Precision=\"34\" Scale=\"9\"";
                    case STRING, INT32, INT64, DATE, BOOLEAN, GUID, NULL -> "";
                });
        xml.append("/>\n");
    }
}
