package org.huisheng.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1, "b": [true, null]} | { "b":[true,null],"a":1.0 }
            1e2                         | 100
            -0.0                        | 0
            "\\u56de\\u58f0"            | "回声"
            """)
    void equal_values_have_equal_hashes_however_written(String one, String other) throws JsonProcessingException {
        assertThat(hash(one)).isEqualTo(hash(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1              | "1"
            [1, 2]         | [2, 1]
            [[1], 2]       | [[1, 2]]
            {"a": "b"}     | {"ab": ""}
            {"a": null}    | {}
            ["a", "b"]     | ["ab"]
            true           | "true"
            [1, 12]        | [11, 2]
            """)
    void different_values_have_different_hashes(String one, String other) throws JsonProcessingException {
        assertThat(hash(one)).isNotEqualTo(hash(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"a\\u0000b\"", "{\"\\u0000\": 1}", "\"\\ud800\"", "\"\\udc00\\ud800\"", "1e60", "1e999999999"})
    void what_postgresql_cannot_store_is_refused(String json) {
        assertThatThrownBy(() -> hash(json)).isInstanceOf(Malformed.class);
    }

    @Test
    void any_value_written_anew_keeps_its_hash_and_loses_it_with_any_change() throws JsonProcessingException {
        var seed = Long.getLong("huisheng.seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var value = value(random, 4);
            var rewritten = rewritten(value, random);

            assertThat(hash(rewritten)).as("seed %d, %s", seed, value).isEqualTo(hash(value.toString()));
            assertThat(hash("[" + value + "]")).as("seed %d, %s", seed, value).isNotEqualTo(hash(value.toString()));
        }
    }

    private static ContentHash hash(String json) throws JsonProcessingException {
        return new ContentHash(CanonicalJson.hash(JSON.readTree(json)));
    }

    private static JsonNode value(Random random, int depth) {
        var nodes = JSON.getNodeFactory();
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> nodes.textNode("t\u56de\"" + random.nextInt(100));
            case 1 -> nodes.numberNode(BigDecimal.valueOf(random.nextInt(-500, 500), random.nextInt(4)));
            case 2 -> nodes.booleanNode(random.nextBoolean());
            case 3 -> nodes.nullNode();
            case 4 -> nodes.numberNode(random.nextLong());
            case 5 -> {
                var array = nodes.arrayNode();
                random.ints(random.nextInt(4)).forEach(any -> array.add(value(random, depth - 1)));
                yield array;
            }
            default -> {
                var object = nodes.objectNode();
                random.ints(random.nextInt(4)).forEach(any -> object.set("k" + any % 10, value(random, depth - 1)));
                yield object;
            }
        };
    }

    /** The same value with shuffled fields and numbers with zeros at their end. */
    private static String rewritten(JsonNode value, Random random) {
        return switch (value) {
            case ObjectNode object -> {
                var fields = new ArrayList<String>();
                object.properties()
                        .forEach(field ->
                                fields.add("\"" + field.getKey() + "\" : " + rewritten(field.getValue(), random)));
                Collections.shuffle(fields, random);
                yield "{" + String.join(" , ", fields) + "}";
            }
            case ArrayNode array -> {
                var items = new ArrayList<String>();
                array.forEach(item -> items.add(rewritten(item, random)));
                yield "[\n" + String.join(",", items) + "]";
            }
            default ->
                value.isNumber()
                        ? value.decimalValue()
                                .setScale(value.decimalValue().scale() + random.nextInt(3))
                                .toPlainString()
                        : value.toString();
        };
    }
}
