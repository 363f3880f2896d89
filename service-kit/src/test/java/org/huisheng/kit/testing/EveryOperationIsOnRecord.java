package org.huisheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huisheng.kit.audit.AuditedOperations;
import org.huisheng.kit.testing.AccessMatrix.Anybody;
import org.huisheng.kit.testing.AccessMatrix.Row;
import org.junit.jupiter.api.Test;

/**
 * Holds for every service, which inherits it: what signed-in users may change is noted, and what tells about people is in
 * {@code docs/personal-data.csv} and is noted too.
 */
public abstract class EveryOperationIsOnRecord {

    private static final Path PERSONAL = Path.of("../docs/personal-data.csv");
    private static final Path DOCUMENT = Path.of("api/openapi.yaml");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** Fields that tell about somebody who is not at work here, or who has an account. */
    private static final Set<String> PERSONAL_FIELDS = Set.of(
            "stakeholder",
            "phone",
            "email",
            "contact",
            "contacts",
            "answers",
            "answer",
            "username",
            "viewedBy",
            "address",
            "publicNote",
            "actor");

    protected abstract AuditedOperations operations();

    /** Beginnings of its paths. */
    protected abstract List<String> prefixes();

    /** What the document leaves out, or shows only to the very person it is about; as {@code GET /path}. */
    protected Set<String> aboutOneself() {
        return Set.of();
    }

    @Test
    void every_change_a_signed_in_user_may_make_is_noted() {
        var changes = rows().filter(row -> !READING.contains(row.method()))
                .map(row -> action(row.path(), row.method().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(changes).isNotEmpty();
        assertThat(operations().noted()).containsAll(changes);
    }

    @Test
    void every_read_in_the_list_of_personal_data_is_noted_and_no_other() {
        var listed = personalPaths().stream().map(path -> action(path, "read")).toList();

        assertThat(operations().shown()).isNotEmpty().isEqualTo(new HashSet<>(listed));
    }

    @Test
    void every_answer_with_a_personal_field_is_in_the_list() throws IOException {
        var document = new ObjectMapper(new YAMLFactory()).readTree(DOCUMENT.toFile());

        var telling = rows().filter(row -> row.method().equals("GET"))
                .filter(row -> !aboutOneself().contains(row.toString()))
                .filter(row -> tellsAboutSomebody(document, row))
                .map(Row::path)
                .toList();

        assertThat(telling).isNotEmpty();
        assertThat(personalPaths()).containsAll(telling);
    }

    private Stream<Row> rows() {
        return AccessMatrix.rows(prefixes()).stream().filter(row -> row.anybody() == Anybody.NO);
    }

    private Set<String> personalPaths() {
        try (var lines = Files.lines(PERSONAL)) {
            return lines.skip(1)
                    .map(line -> line.split(",", 2)[0])
                    .filter(path -> prefixes().stream().anyMatch(path::startsWith))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String action(String path, String verb) {
        var words = Stream.of(path.split("/"))
                .skip(4)
                .filter(step -> !step.startsWith("{"))
                .collect(Collectors.joining("."));
        return words + "." + verb;
    }

    private static boolean tellsAboutSomebody(JsonNode document, Row row) {
        var fields = new HashSet<String>();
        for (var answer : document.path("paths").path(row.path()).path("get").path("responses")) {
            answer.path("content").forEach(content -> collect(document, content.path("schema"), fields, Set.of()));
        }
        return fields.stream().anyMatch(PERSONAL_FIELDS::contains);
    }

    private static void collect(JsonNode document, JsonNode schema, Set<String> fields, Set<String> within) {
        if (schema.isMissingNode()) {
            return;
        }
        var reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            if (!within.contains(reference)) {
                var further = new HashSet<>(within);
                further.add(reference);
                collect(document, document.at(reference.substring(1)), fields, further);
            }
            return;
        }
        schema.path("properties").fields().forEachRemaining(property -> {
            fields.add(property.getKey());
            collect(document, property.getValue(), fields, within);
        });
        Stream.of("items", "additionalProperties")
                .forEach(part -> collect(document, schema.path(part), fields, within));
        Stream.of("allOf", "anyOf", "oneOf")
                .forEach(part -> schema.path(part).forEach(one -> collect(document, one, fields, within)));
    }
}
