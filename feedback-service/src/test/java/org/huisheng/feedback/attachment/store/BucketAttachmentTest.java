package org.huisheng.feedback.attachment.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.huisheng.feedback.AttachmentContract;
import org.huisheng.feedback.attachment.store.FileStore.Kind;
import org.huisheng.feedback.delivery.Roads;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.localstack.testing.RealS3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(Roads.class)
@WithTestResource(RealS3.class)
class BucketAttachmentTest extends AttachmentContract {

    private static final Duration LONG_AFTER = Duration.ofHours(2);

    @Inject
    FileStores stores;

    @Inject
    SweepObjects sweepObjects;

    @TempDir
    Path folder;

    @Test
    void the_bytes_are_one_object_and_nothing_of_them_is_in_the_database() throws IOException {
        var picture = picture(700_000);

        String id = attach(office(), opened(), "a.png", picture, null).path("id");

        assertThat(object(id)).hasBinaryContent(picture);
        assertThat(count("SELECT count(*) FROM attachment_piece WHERE attachment = '" + id + "'"))
                .isZero();
        assertThat(count(looseOf(id))).isZero();
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'file-store' }.data.store", equalTo("S3"));
    }

    @Test
    void a_file_of_several_pieces_comes_back_as_it_was() {
        for (var size : new int[] {BucketFiles.PIECE - 1, BucketFiles.PIECE, 2 * BucketFiles.PIECE + 1}) {
            var picture = picture(size);
            var place = attach(office(), opened(), "a.png", picture, null).header("Location");

            assertThat(as(office()).get(place).asByteArray()).isEqualTo(picture);
        }
    }

    @Test
    void without_the_store_nothing_is_kept_and_everything_but_files_goes_on() {
        var id = assigned("DIST");
        var picture = picture(900);
        var place = attach(office(), id, "before.png", picture, null).header("Location");
        RealS3.server().stop();
        try {
            attach(office(), id, "a.png", picture(1_100), null)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:huisheng:problem:file-store-down"));
            as(office())
                    .get(place)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:huisheng:problem:file-store-down"));

            as(office())
                    .get(CASES + "/" + id + "/attachments")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
            step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/q/health/well").then().statusCode(503);
        } finally {
            RealS3.server().start();
        }

        attach(office(), id, "a.png", picture(1_100), null).then().statusCode(201);
        assertThat(as(office()).get(place).asByteArray()).isEqualTo(picture);
        given().get("/q/health/well").then().statusCode(200);
    }

    @Test
    void what_a_dead_process_left_goes_and_what_was_kept_stays() throws IOException {
        String kept = attach(office(), opened(), "a.png", picture(1_200), null).path("id");
        var abandoned = brought(1_300);
        var neverPut = UUID.randomUUID();
        execute("INSERT INTO loose_object VALUES ('" + neverPut + "', now())");

        sweepObjects.sweep(Instant.now());

        assertThat(object(abandoned.toString())).exists();
        assertThat(count(looseOf(neverPut.toString()))).isZero();

        sweepObjects.sweep(Instant.now().plus(LONG_AFTER));

        assertThat(object(abandoned.toString())).doesNotExist();
        assertThat(object(kept)).exists();
        assertThat(count("SELECT count(*) FROM loose_object")).isZero();
    }

    @Test
    void who_comes_when_the_object_was_removed_already_is_told_to_come_again() throws IOException {
        var late = brought(1_400);
        sweepObjects.sweep(Instant.now().plus(LONG_AFTER));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> keep(late)))
                .isInstanceOf(Busy.class);
    }

    @Test
    void what_is_just_being_kept_is_not_removed() throws IOException {
        var inTime = brought(1_500);

        QuarkusTransaction.requiringNew().run(() -> {
            keep(inTime);
            CompletableFuture.runAsync(() -> sweepObjects.sweep(Instant.now().plus(LONG_AFTER)))
                    .join();
        });

        sweepObjects.sweep(Instant.now().plus(LONG_AFTER));
        assertThat(object(inTime.toString())).exists();
    }

    @Test
    void an_object_follows_its_row() {
        String id = attach(office(), opened(), "a.png", picture(1_600), null).path("id");

        execute("DELETE FROM attachment WHERE id = '" + id + "'");
        sweepObjects.sweep(Instant.now().plusSeconds(1));

        assertThat(object(id)).doesNotExist();
    }

    @Test
    void what_cannot_be_removed_now_is_removed_later() throws IOException {
        var abandoned = brought(1_700);
        RealS3.server().stop();
        try {
            assertThatThrownBy(() -> sweepObjects.sweep(Instant.now().plus(LONG_AFTER)))
                    .isInstanceOf(Busy.class);
        } finally {
            RealS3.server().start();
        }
        assertThat(count(looseOf(abandoned.toString()))).isOne();

        sweepObjects.sweep(Instant.now().plus(LONG_AFTER));

        assertThat(object(abandoned.toString())).doesNotExist();
    }

    @Test
    void a_file_whose_object_is_gone_is_a_failure_and_not_an_empty_file() throws IOException {
        var place = attach(office(), opened(), "a.png", picture(1_800), null).header("Location");
        Files.delete(object(idOf(place)));

        as(office()).get(place).then().statusCode(500).body("type", equalTo("urn:huisheng:problem:http-500"));
    }

    @Test
    void a_file_from_before_there_was_a_bucket_is_read_from_the_database() throws IOException {
        var picture = picture(600_000);
        var place = attach(office(), opened(), "a.png", picture, null).header("Location");
        var old = UUID.fromString(idOf(place));
        execute("UPDATE attachment SET store = 'DATABASE' WHERE id = '" + old + "'");
        var content = file(picture);
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                stores.of(Kind.DATABASE).keep(old, content);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        Files.delete(object(old.toString()));

        assertThat(as(office()).get(place).asByteArray()).isEqualTo(picture);
    }

    @Override
    protected void alter(String attachment, int place) throws IOException {
        var bytes = Files.readAllBytes(object(attachment));
        bytes[place] ^= 1;
        Files.write(object(attachment), bytes);
    }

    /** As a process leaves it that dies before the row is made. */
    private UUID brought(int size) throws IOException {
        var id = Uuid7.at(Instant.now());
        stores.forNewFiles().bring(id, file(picture(size)));
        return id;
    }

    private void keep(UUID file) {
        try {
            stores.forNewFiles().keep(file, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve(UUID.randomUUID().toString()), content);
    }

    private Path object(String id) {
        // Not injected: there is none where the other tests run.
        var bucket = ConfigProvider.getConfig().getValue("huisheng.attachment.s3.bucket", String.class);
        return RealS3.files(bucket).resolve("attachments").resolve(id);
    }

    private static String looseOf(String id) {
        return "SELECT count(*) FROM loose_object WHERE id = '" + id + "'";
    }

    private static String idOf(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
