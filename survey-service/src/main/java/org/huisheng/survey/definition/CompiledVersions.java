package org.huisheng.survey.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;

/** Published versions, compiled once and kept as long as they are in use. */
@ApplicationScoped
public class CompiledVersions {

    private record Key(UUID surveyId, int version) {}

    private final SurveyVersions versions;
    private final ObjectMapper json;
    private final Cache<Key, CompiledVersion> compiled =
            Caffeine.newBuilder().maximumSize(500).build();

    CompiledVersions(SurveyVersions versions, ObjectMapper json) {
        this.versions = versions;
        this.json = json;
    }

    /** Also called off a request, when a link is looked up again. @throws NotFound if there is no such version */
    @ActivateRequestContext
    public CompiledVersion require(UUID surveyId, int version) {
        var key = new Key(surveyId, version);
        var known = compiled.getIfPresent(key);
        if (known == null) {
            known = compile(versions.require(surveyId, version));
            compiled.put(key, known);
        }
        return known;
    }

    private CompiledVersion compile(SurveyVersion version) {
        try {
            var definition = json.readTree(version.definition());
            var questionnaire = DefinitionReader.compile(definition).questionnaire();
            if (questionnaire == null) {
                throw new IllegalStateException("Published version does not compile: " + version.id());
            }
            return new CompiledVersion(
                    version.id().surveyId(),
                    version.id().version(),
                    version.title(),
                    version.side(),
                    definition,
                    locales(definition),
                    questionnaire,
                    json.readValue(version.measures(), new TypeReference<List<Measure>>() {}));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Published version is not readable: " + version.id(), impossible);
        }
    }

    /** The locales its texts are written in; a text without locales is in the definition's own. */
    static List<String> locales(JsonNode definition) {
        var locales = new TreeSet<String>();
        locales.add(definition.path("locale").asText("zh-cn"));
        collectLocales(definition, locales);
        return List.copyOf(locales);
    }

    private static void collectLocales(JsonNode node, TreeSet<String> locales) {
        if (node.isObject() && node.has("default")) {
            node.fieldNames().forEachRemaining(name -> {
                if (!name.equals("default")) {
                    locales.add(name);
                }
            });
        }
        node.forEach(child -> collectLocales(child, locales));
    }
}
