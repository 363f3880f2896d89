package org.huisheng.localstack.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.huisheng.localstack.postgres.PostgresServer;
import org.huisheng.localstack.supervisor.Release;

/**
 * What a backup holds, as its last entry says.
 *
 * @param huisheng the release that ran on the data last
 * @param postgres the major version that wrote the databases
 * @param takenAt ISO 8601, UTC
 */
record Manifest(
        int format, String huisheng, String postgres, String takenAt, List<String> folders, List<StoredFile> files) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String PREFIX = "data/";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** @param path below the data directory */
    record StoredFile(String path, long size, String sha256) {}

    Manifest {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
    }

    byte[] bytes() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** @throws BackupRefused if this release cannot put it back */
    static Manifest parse(byte[] bytes, String ownVersion) throws IOException {
        try {
            // Another format may look different altogether: its number is asked for before anything else.
            var format = JSON.readTree(bytes).path("format").asInt();
            if (format != FORMAT) {
                throw new BackupRefused(
                        "The backup has format %d, and this Huisheng reads format %d".formatted(format, FORMAT));
            }
            var manifest = JSON.readValue(bytes, Manifest.class);
            manifest.check(ownVersion);
            return manifest;
        } catch (IllegalArgumentException e) {
            throw new BackupRefused("The backup's manifest names no version: " + e.getMessage());
        } catch (JacksonException e) {
            throw new BackupRefused("The backup's manifest is damaged: " + e.getOriginalMessage());
        }
    }

    private void check(String ownVersion) {
        if (!postgres.equals(PostgresServer.MAJOR_VERSION)) {
            throw new BackupRefused("The backup's databases are of PostgreSQL %s, and this Huisheng runs PostgreSQL %s"
                    .formatted(postgres, PostgresServer.MAJOR_VERSION));
        }
        if (Release.isLater(huisheng, ownVersion)) {
            throw new BackupRefused(
                    "The backup is of Huisheng %s, which may keep things that this one, %s, does not know"
                            .formatted(huisheng, ownVersion));
        }
        var names = new HashSet<>(folders);
        for (var file : files) {
            if (!names.add(file.path())) {
                throw new BackupRefused("The backup names " + file.path() + " twice");
            }
        }
    }
}
