package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huisheng.kit.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of files wherever their bytes are. */
public abstract class AttachmentContract extends HttpTest {

    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @Test
    void a_file_comes_back_as_it_was_as_a_download_and_its_hash_is_in_the_timeline() throws Exception {
        var id = assigned("DIST");
        var picture = picture(700_000);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));

        var added = attach(liaison("DIST"), id, "../现场.png", picture, null);

        added.then()
                .statusCode(201)
                .body("name", equalTo("现场.png"))
                .body("mediaType", equalTo("image/png"))
                .body("size", equalTo(700_000))
                .body("sha256", equalTo(hash))
                .body("visibility", equalTo("INTERNAL"));
        var loaded = as(office()).get(added.header("Location"));
        loaded.then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Length", "700000")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", containsString("filename*=UTF-8''%E7%8E%B0%E5%9C%BA.png"));
        assertThat(loaded.asByteArray()).isEqualTo(picture);
        as(office()).get(CASES + "/" + id + "/attachments").then().body("items.name", contains("现场.png"));
        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("timeline[-1].step", equalTo("ATTACHED"))
                .body("timeline[-1].changedTo", equalTo(hash))
                .body("timeline[-1].reference", equalTo(added.path("id")));
    }

    @Test
    void the_same_content_again_is_a_retry_and_for_others_to_see_a_conflict() {
        var id = opened();
        var picture = picture(1_000);

        String first = attach(office(), id, "a.png", picture, "INTERNAL").path("id");

        attach(office(), id, "b.png", picture, null).then().statusCode(200).body("id", equalTo(first));
        attach(office(), id, "b.png", picture, "STAKEHOLDER")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:attachment-exists"));
        as(office()).get(CASES + "/" + id).then().body("timeline", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({
        "photo.png, MZ, 422",
        "letter.txt, <html><script>alert(1)</script></html>, 422",
        "picture.svg, <svg xmlns='http://www.w3.org/2000/svg'/>, 422",
        "macro.docm, OOXML, 422",
        "any.zip, ZIP, 422",
        "letter.docx, OOXML, 201",
        "letter.txt, 现场情况说明, 201",
        "scan.pdf, %PDF-1.7, 201"
    })
    void what_a_file_is_its_content_says(String name, String content, int status) throws IOException {
        var bytes = switch (content) {
            case "OOXML" -> archive("[Content_Types].xml");
            case "ZIP" -> archive("any.txt");
            case "MZ" -> executable();
            default -> content.getBytes(StandardCharsets.UTF_8);
        };

        attach(office(), opened(), name, bytes, null).then().statusCode(status);
    }

    @Test
    void too_large_empty_and_missing_files_are_refused() {
        var id = opened();

        attach(office(), id, "large.png", picture(20 * 1024 * 1024 + 1), null)
                .then()
                .statusCode(413);
        attach(office(), id, "empty.png", new byte[0], null).then().statusCode(422);
        attach(office(), id, "a.png", picture(10), "PUBLIC").then().statusCode(422);
        given().header("Authorization", office())
                .multiPart("visibility", "INTERNAL")
                .post(CASES + "/" + id + "/attachments")
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/file"));
        assertThat(count("SELECT count(*) FROM attachment WHERE case_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void files_are_for_those_who_work_on_the_case() {
        var id = assigned("DIST");
        var place = attach(office(), id, "a.png", picture(10), null).header("Location");

        for (var stranger : new String[] {
            liaison("MKT"), TestTokens.bearer("boss", null, "LEADER"), TestTokens.bearer("admin", null, "ADMIN")
        }) {
            attach(stranger, id, "b.png", picture(20), null).then().statusCode(403);
            as(stranger).get(CASES + "/" + id + "/attachments").then().statusCode(403);
            as(stranger).get(place).then().statusCode(403);
        }
        as(liaison("DIST")).get(place).then().statusCode(200);
        var other = opened();
        as(office()).get(place.replace(id, other)).then().statusCode(404);
    }

    @Test
    void the_stakeholder_opens_what_is_meant_for_them_and_nothing_else() {
        var id = resolved("DIST");
        String internal = attach(office(), id, "内部.png", picture(30), null).path("id");
        String open =
                attach(office(), id, "更换后.png", picture(40), "STAKEHOLDER").path("id");
        var page = CONFIRMATIONS + "/" + link(office(), id);

        given().get(page).then().body("attachments.id", contains(open)).body("attachments.name", contains("更换后.png"));
        given().get(page + "/attachments/" + open).then().statusCode(200).header("Content-Length", "40");
        given().get(page + "/attachments/" + internal).then().statusCode(404);
        given().get(CONFIRMATIONS + "/x/attachments/" + open).then().statusCode(404);
        step(office(), id, "dispute", Map.of("reason", "x")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);
        given().get(page + "/attachments/" + open).then().statusCode(404);
    }

    @Test
    void a_file_that_is_not_what_was_stored_does_not_arrive_whole() throws Exception {
        var place =
                attach(office(), opened(), "a.png", picture(2_500_000), null).header("Location");
        alter(place.substring(place.lastIndexOf('/') + 1), 2_100_000);

        assertThatThrownBy(() -> as(office()).get(place).asByteArray()).isInstanceOf(Exception.class);
    }

    @Test
    void callers_who_bring_the_same_at_once_get_the_same_file() throws Exception {
        var id = opened();
        var picture = picture(5_000);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Collections.nCopies(6, (Callable<Integer>)
                    () -> attach(office(), id, "a.png", picture, null).statusCode());

            for (var answer : callers.invokeAll(calls)) {
                assertThat(answer.get()).isIn(200, 201, 409);
            }
        }

        assertThat(count("SELECT count(*) FROM attachment WHERE case_id = '" + id + "'"))
                .isOne();
        attach(office(), id, "a.png", picture, null).then().statusCode(200);
    }

    /** Makes one byte of what is stored another one. */
    protected abstract void alter(String attachment, int place) throws Exception;

    @Test
    void nothing_is_attached_to_a_case_that_was_put_away() {
        var id = resolved("DIST");
        step(office(), id, "confirmation", Map.of("rating", 5)).then().statusCode(200);
        step(office(), id, "closure", Map.of()).then().statusCode(200);

        attach(office(), id, "a.png", picture(10), null)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:case-closed"));
        assertThat(count("SELECT count(*) FROM attachment WHERE case_id = '" + id + "'"))
                .isZero();
    }

    protected static Response attach(
            String bearer, String id, String name, byte[] content, @Nullable String visibility) {
        return upload(bearer, CASES + "/" + id + "/attachments", name, content, visibility);
    }

    /** A form as browsers send it, names in UTF-8; the client of the tests would make question marks of them. */
    static Response upload(String bearer, String path, String name, byte[] content, @Nullable String visibility) {
        var body = new ByteArrayOutputStream();
        if (visibility != null) {
            body.writeBytes(utf8(
                    "--limit\r\nContent-Disposition: form-data; name=\"visibility\"\r\n\r\n" + visibility + "\r\n"));
        }
        body.writeBytes(utf8("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n--limit--\r\n"));
        return given().header("Authorization", bearer)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("multipart/form-data", ContentType.BINARY)))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .body(body.toByteArray())
                .post(path);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] picture(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy(PNG_START, 0, bytes, 0, PNG_START.length);
        return bytes;
    }

    private static byte[] executable() {
        var bytes = Arrays.copyOf(
                new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff}, 400);
        bytes[60] = (byte) 0x80;
        System.arraycopy(new byte[] {'P', 'E', 0, 0}, 0, bytes, 128, 4);
        return bytes;
    }

    private static byte[] archive(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
