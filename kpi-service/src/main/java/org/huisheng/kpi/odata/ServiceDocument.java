package org.huisheng.kpi.odata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.kpi.odata.Format.Detail;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.web.Answers;

/** The list of sets at the root. */
@ApplicationScoped
class ServiceDocument {

    private final ObjectMapper json;

    ServiceDocument(ObjectMapper json) {
        this.json = json;
    }

    Response of(Collection<EntitySet> sets, FeedRequest asked, Format format, Request request) {
        var document = new LinkedHashMap<String, Object>();
        if (format.detail() != Detail.NONE) {
            document.put("@odata.context", asked.root() + "$metadata");
        }
        document.put("value", sets.stream().map(ServiceDocument::entry).toList());
        try {
            return Answers.conditional(json.writeValueAsBytes(document), format.mediaType(), request);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> entry(EntitySet set) {
        var entry = new LinkedHashMap<String, String>();
        List.of("name", "url").forEach(field -> entry.put(field, set.name()));
        entry.put("kind", "EntitySet");
        return entry;
    }
}
