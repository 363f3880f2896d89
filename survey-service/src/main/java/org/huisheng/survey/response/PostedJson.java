package org.huisheng.survey.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.UnreadableJson;

/** A body read as one JSON value. */
final class PostedJson {

    private PostedJson() {}

    /** @throws Malformed if it is nothing, no JSON or no UTF-8 */
    static JsonNode read(ObjectMapper json, byte[] body) {
        try {
            var parsed = json.readTree(body);
            if (parsed == null || parsed.isMissingNode()) {
                throw new Malformed("malformed");
            }
            return parsed;
        } catch (JsonProcessingException malformed) {
            throw UnreadableJson.refusal(malformed);
        } catch (IOException notUtf8) {
            throw new Malformed("malformed");
        }
    }
}
