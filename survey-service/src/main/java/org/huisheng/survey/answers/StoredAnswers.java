package org.huisheng.survey.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Answers as the column of a response keeps them. */
public final class StoredAnswers {

    private StoredAnswers() {}

    /** @param jsonb the column's text */
    public static JsonNode read(ObjectMapper json, String jsonb) {
        try {
            return json.readTree(jsonb);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("jsonb is JSON", impossible);
        }
    }
}
