package org.huisheng.feedback.attachment.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where new files go, and the bucket, should there be one. Files that are there stay where they are. */
@ConfigMapping(prefix = "huisheng.attachment")
interface StoreConfig {

    @WithDefault("database")
    FileStore.Kind store();

    Bucket s3();

    /** How often it is looked for objects nobody has made a row for. */
    @WithDefault("60s")
    String sweep();

    /** Of a store that speaks S3. */
    interface Bucket {

        /** None: Amazon's own, of the region. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        Optional<String> bucket();

        /** Before the name of each object, so that others may use the bucket too. */
        @WithDefault("attachments/")
        String prefix();

        /** None: those the machine has been given, as by a role. */
        Optional<String> accessKey();

        Optional<String> secretKey();

        /** The bucket as part of the path and not of the host's name, as most stores but Amazon's need it. */
        @WithDefault("true")
        boolean pathStyle();

        @WithDefault("2s")
        Duration connectTimeout();

        /** Of one question with its repetitions; the largest file has to go through. */
        @WithDefault("30s")
        Duration answerTimeout();

        /** After that an object nobody has made a row for is removed. */
        @WithDefault("1h")
        Duration abandonedAfter();
    }
}
