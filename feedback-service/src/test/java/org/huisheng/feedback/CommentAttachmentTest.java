package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommentAttachmentTest extends CommentHttpTest {

    @Test
    void the_source_document_comes_back_as_it_was_and_its_hash_is_in_the_history() throws Exception {
        var id = registered();
        var scan = AttachmentContract.picture(600_000);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(scan));

        var added = attach(office(), id, "../来文.png", scan);

        added.then()
                .statusCode(201)
                .body("name", equalTo("来文.png"))
                .body("visibility", equalTo("INTERNAL"))
                .body("sha256", equalTo(hash));
        var loaded = as(liaison("DIST")).get(added.header("Location"));
        loaded.then()
                .statusCode(200)
                .header("Content-Length", "600000")
                .header("Content-Disposition", containsString("attachment;"));
        assertThat(loaded.asByteArray()).isEqualTo(scan);
        as(office())
                .get(COMMENTS + "/" + id)
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("history[-1].step", equalTo("ATTACHED"))
                .body("history[-1].words", equalTo(hash));
        as(office()).get(COMMENTS + "/" + id + "/attachments").then().body("items.name", contains("来文.png"));
    }

    @Test
    void the_same_content_again_is_a_retry_and_beside_another_comment_a_file_of_its_own() {
        var id = registered();
        var other = registered();
        var scan = AttachmentContract.picture(1_000);
        String first = attach(office(), id, "a.png", scan).path("id");

        attach(office(), id, "b.png", scan).then().statusCode(200).body("id", equalTo(first));
        attach(office(), other, "a.png", scan).then().statusCode(201);

        as(office()).get(COMMENTS + "/" + id + "/attachments").then().body("items", hasSize(1));
        as(office())
                .get(COMMENTS + "/" + other + "/attachments/" + first)
                .then()
                .statusCode(404);
        String caseId = as(office()).get(COMMENTS + "/" + id).path("caseId");
        as(office()).get(CASES + "/" + caseId + "/attachments").then().body("items", empty());
        as(office()).get(CASES + "/" + caseId + "/attachments/" + first).then().statusCode(404);
    }

    @Test
    void a_paper_may_come_when_all_is_done_and_what_is_not_taken_leaves_nothing() {
        var id = registered();
        done(id);
        act(office(), id, "reply", Map.of()).then().statusCode(200);
        act(office(), id, "acknowledgement", Map.of()).then().statusCode(200);

        attach(office(), id, "批示.png", AttachmentContract.picture(2_000)).then().statusCode(201);
        attach(office(), id, "x.html", "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("type", containsString("attachment-type"));

        as(office()).get(COMMENTS + "/" + id + "/attachments").then().body("items", hasSize(1));
    }

    @Test
    void who_may_read_a_comment_may_read_its_papers_and_only_the_office_adds_some() {
        var said = criticism();
        said.put("coLeadDepartments", List.of());
        String id = register(said).then().extract().path("id");
        var location =
                attach(office(), id, "a.png", AttachmentContract.picture(3_000)).header("Location");
        var leader = TestTokens.bearer("leader", null, "LEADER");

        for (var bearer : List.of(office(), leader, liaison("DIST"))) {
            as(bearer).get(location).then().statusCode(200);
        }
        as(liaison("MKT")).get(location).then().statusCode(403);
        as(liaison("MKT")).get(COMMENTS + "/" + id + "/attachments").then().statusCode(403);
        attach(liaison("DIST"), id, "b.png", AttachmentContract.picture(4_000))
                .then()
                .statusCode(403);
        attach(office(), new UUID(0, 9).toString(), "b.png", AttachmentContract.picture(4_000))
                .then()
                .statusCode(404);
    }

    private static Response attach(String bearer, String id, String name, byte[] content) {
        return AttachmentContract.upload(bearer, COMMENTS + "/" + id + "/attachments", name, content, null);
    }
}
