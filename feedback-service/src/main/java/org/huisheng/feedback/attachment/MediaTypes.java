package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.tika.Tika;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.huisheng.kit.problem.DomainException.RuleViolated;

/** What a file is, by its content; its name only tells formats apart that begin alike, as those of office programs do. */
@ApplicationScoped
class MediaTypes {

    private final AttachmentConfig config;
    private final Tika tika = new Tika();

    MediaTypes(AttachmentConfig config) {
        this.config = config;
    }

    /** @throws RuleViolated if such a thing is not taken */
    String require(Path file, String name) throws IOException {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (var content = TikaInputStream.get(file)) {
            var type = tika.detect(content, metadata);
            if (!config.types().contains(type)) {
                throw new RuleViolated("attachment-type", type);
            }
            return type;
        }
    }
}
