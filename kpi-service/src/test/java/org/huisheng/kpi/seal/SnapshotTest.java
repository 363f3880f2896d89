package org.huisheng.kpi.seal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.DatabaseFailure;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class SnapshotTest extends SealableHalf {

    private static final JsonMapper OUTSIDER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Inject
    Database database;

    @Test
    void an_outsider_can_check_every_hash_up_to_the_chain() throws Exception {
        answered(3, 10, 4);
        answered(Side.EMPLOYEE, 3, 3, 2);
        seal(quarter(1));

        var items = new ArrayList<JsonNode>();
        var seal = snapshot("LEADER", null, 70, items);

        for (var item : items) {
            if (item.get("kind").asText().equals("CELLS")) {
                assertThat(item.get("document").isNull()).isTrue();
            } else {
                assertThat(hash(item.get("document")))
                        .isEqualTo(item.get("hash").asText());
            }
        }
        for (var kind : Map.of(
                        "CELLS",
                        "cellsHash",
                        "CONTRACTS",
                        "contractsHash",
                        "RATES",
                        "ratesHash",
                        "SCORES",
                        "scoresHash")
                .entrySet()) {
            var list = items.stream()
                    .filter(item -> item.get("kind").asText().equals(kind.getKey()))
                    .map(item -> ((ObjectNode) item).deepCopy().retain("period", "department", "hash"))
                    .toList();
            assertThat(hash(list))
                    .as(kind.getKey())
                    .isEqualTo(seal.get(kind.getValue()).asText());
        }
        var hashed = ((ObjectNode) seal).deepCopy().without(List.of("state", "periods", "hash"));
        assertThat(hash(hashed)).isEqualTo(seal.get("hash").asText());
        assertThat(items).anyMatch(item -> item.get("kind").asText().equals("CELLS"));
    }

    /** With nothing but jq and sha256sum, as the documentation tells it. */
    @Test
    void the_recipe_of_the_documentation_finds_what_is_whole_and_what_is_not(@TempDir Path folder) throws Exception {
        assumeTrue(Stream.of("/usr/bin/jq", "/usr/local/bin/jq").anyMatch(jq -> Files.isExecutable(Path.of(jq))));
        answered(3, 10, 4);
        seal(month(3));
        var items = new ArrayList<JsonNode>();
        var seal = snapshot("LIAISON", department, 100, items);
        var whole = OUTSIDER.createObjectNode();
        whole.set("seal", seal);
        whole.putArray("items").addAll(items);

        var unchanged = recipe(folder, whole.toString());
        var person = recipe(folder, whole.toString().replace("\"confirmedBy\":\"wang\"", "\"confirmedBy\":\"x\""));
        var scores = recipe(folder, whole.toString().replace("\"value\":\"75", "\"value\":\"95"));

        assertThat(unchanged).isEmpty();
        assertThat(person).isEqualTo("the seal differs\n");
        assertThat(scores).startsWith("a document differs");
    }

    private static String recipe(Path folder, String snapshot) throws Exception {
        var script = Files.readString(Path.of("../docs/sealing.md"))
                .split("```bash\n")[1]
                .split("```")[0];
        Files.writeString(folder.resolve("snapshot.json"), snapshot);
        var bash = new ProcessBuilder("bash", "-uo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void a_liaison_gets_the_hashes_of_all_and_the_documents_of_their_own() throws Exception {
        answered(3, 10, 4);
        var other = Office.establishDepartment();
        Office.concludeContract(other, year);
        seal(month(3));

        var items = new ArrayList<JsonNode>();
        snapshot("LIAISON", other, 100, items);

        assertThat(items).anyMatch(item -> item.get("department").asText().equals(department));
        assertThat(items)
                .allSatisfy(item -> assertThat(item.get("document").isNull())
                        .isEqualTo(item.get("kind").asText().equals("CELLS")
                                || !item.get("department").asText().equals(other)));
    }

    @Test
    void what_scores_suppress_the_snapshot_does_not_tell() throws Exception {
        answered(3, 4, 4);
        seal(month(3));
        var items = new ArrayList<JsonNode>();

        snapshot("OFFICE", null, 100, items);

        var score = items.stream()
                .filter(item -> item.get("kind").asText().equals("SCORES")
                        && item.get("department").asText().equals(department))
                .findFirst()
                .orElseThrow();
        var measured = score.at("/document/content/score/dimensions/0/indicators/0/measured");
        assertThat(measured.get("state").asText()).isEqualTo("SUPPRESSED");
        assertThat(measured.get("n").isNull()).isTrue();
        assertThat(measured.get("sum").isNull()).isTrue();
    }

    @Test
    void the_chain_holds_and_the_list_is_in_its_order() {
        seal(month(3));
        seal(month(4));

        var hashes = new ArrayList<String>();
        var previous = new ArrayList<String>();
        String cursor = null;
        do {
            var request = Office.as("ANALYST").queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/seals")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            hashes.addAll(page.getList("items.hash"));
            previous.addAll(page.getList("items.previousHash"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(previous.getFirst()).isNull();
        assertThat(previous.subList(1, previous.size())).isEqualTo(hashes.subList(0, hashes.size() - 1));
        var verification = verification();
        assertThat(verification.getList("broken")).isEmpty();
        assertThat(verification.getInt("sealed")).isEqualTo(hashes.size());
        assertThat(verifiedInPages(1)).isEqualTo(hashes.size());
    }

    private static int verifiedInPages(int limit) {
        var sealed = 0;
        String cursor = null;
        do {
            var request = Office.as("LEADER").queryParam("limit", limit);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/seals/verification")
                    .jsonPath();
            assertThat(page.getList("broken")).isEmpty();
            sealed += page.getInt("sealed");
            cursor = page.getString("next");
        } while (cursor != null);
        return sealed;
    }

    @Test
    void seals_cannot_be_changed_or_deleted_in_the_database() {
        seal(month(3));

        for (var sql : List.of(
                "UPDATE seal SET confirmed_by = 'x'",
                "DELETE FROM seal_part",
                "UPDATE seal_part SET document = ''",
                "DELETE FROM sealed_period",
                "DELETE FROM frozen_month",
                "TRUNCATE frozen_month")) {
            assertThatThrownBy(() -> database.write(sql)).as(sql).isInstanceOf(DatabaseFailure.class);
        }
    }

    /** @param key of the table, to put things right afterwards */
    private record Tampering(String found, String table, String key, String column, String value, String where) {}

    private static final List<Tampering> TAMPERINGS = List.of(
            new Tampering("CELLS", "cell", "month, department, metric, side", "n", "n + 1", "month = ?::date"),
            new Tampering(
                    "CELLS", "cell_bucket", "month, department, metric, side, bucket", "n", "n + 1", "month = ?::date"),
            new Tampering(
                    "DOCUMENT",
                    "seal_part",
                    "sequence, kind, period, department",
                    "document",
                    "replace(document, '75', '95')",
                    "kind = 'SCORES' AND period = to_char(?::date, 'YYYY-MM')"),
            new Tampering(
                    "PARTS",
                    "seal_part",
                    "sequence, kind, period, department",
                    "hash",
                    "md5('x')",
                    "kind = 'RATES' AND period = to_char(?::date, 'YYYY-MM')"),
            new Tampering(
                    "HASH", "seal", "sequence", "confirmed_by", "'nobody'", "period = to_char(?::date, 'YYYY-MM')"),
            new Tampering(
                    "CHAIN", "seal", "sequence", "previous_hash", "md5('x')", "period = to_char(?::date, 'YYYY-MM')"),
            new Tampering(
                    "AUDIT",
                    "audit_entry",
                    "id",
                    "hash",
                    "sha256('x')",
                    "position = (SELECT audit_position FROM seal WHERE period = to_char(?::date, 'YYYY-MM'))"),
            new Tampering(
                    "PERIODS", "sealed_period", "period", "sequence", "1", "period = to_char(?::date, 'YYYY-MM')"));

    /** What somebody with all rights on the database may do. */
    @Test
    void tampering_is_found() {
        answered(3, 10, 4);
        somethingIsInTheAuditLog();
        seal(month(3));
        assertThat(verification().getList("broken")).isEmpty();
        var sequence = read("/v1/periods/" + month(3) + "/seal").getLong("sequence");

        for (var tampering : TAMPERINGS) {
            tamper(tampering);
            try {
                var own = verificationFrom(sequence);
                assertThat(own.<String>getList("broken.what"))
                        .as(tampering.table)
                        .contains(tampering.found);
                assertThat(own.<String>getList("broken.period")).contains(month(3));
            } finally {
                restore(tampering);
            }
        }
        assertThat(verification().getList("broken")).isEmpty();
    }

    /** The contract at least, a moment after it was concluded. */
    private void somethingIsInTheAuditLog() {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        !database.read("SELECT 1 FROM audit_head", row -> true).isEmpty());
    }

    private void tamper(Tampering it) {
        database.write("CREATE TABLE untouched AS TABLE " + it.table);
        database.write("ALTER TABLE %s DISABLE TRIGGER USER".formatted(it.table));
        assertThat(database.write(
                        "UPDATE %s SET %s = %s WHERE %s".formatted(it.table, it.column, it.value, it.where),
                        month(3) + "-01"))
                .isPositive();
    }

    private void restore(Tampering it) {
        var keys = it.key.split(", ");
        var same = Stream.of(keys)
                .map(key -> "changed.%1$s = untouched.%1$s".formatted(key))
                .collect(joining(" AND "));
        database.write("UPDATE %1$s AS changed SET %2$s = untouched.%2$s FROM untouched WHERE %3$s"
                .formatted(it.table, it.column, same));
        database.write("ALTER TABLE %s ENABLE TRIGGER USER".formatted(it.table));
        database.write("DROP TABLE untouched");
    }

    private static JsonPath verification() {
        return read("/v1/seals/verification?limit=500");
    }

    /** Of the one with this place in the chain, and those after it. */
    private static JsonPath verificationFrom(long sequence) {
        var before = Base64.getUrlEncoder()
                .encodeToString(String.valueOf(sequence - 1).getBytes(StandardCharsets.UTF_8));
        return read("/v1/seals/verification?limit=500&cursor=" + before.replace("=", ""));
    }

    private JsonNode snapshot(String role, String own, int limit, List<JsonNode> items) throws Exception {
        JsonNode page = null;
        do {
            var request = Office.as(role, own).queryParam("limit", limit);
            var text = (page == null
                            ? request
                            : request.queryParam("cursor", page.get("next").asText()))
                    .get("/v1/periods/{period}/snapshot", month(3))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            page = OUTSIDER.readTree(text);
            page.get("items").forEach(items::add);
        } while (!page.get("next").isNull());
        return page.get("seal");
    }

    /** Keys in order, no white space: as much of RFC 8785 as texts and small integers need. */
    private static String hash(Object json) throws Exception {
        var text = OUTSIDER.writeValueAsString(OUTSIDER.convertValue(json, Object.class));
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
