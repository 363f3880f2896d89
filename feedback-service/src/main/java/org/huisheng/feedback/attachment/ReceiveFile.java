package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.huisheng.feedback.attachment.store.Digests;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.problem.DomainException.TooLarge;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Looks at a file that has come in, before anything is kept of it. */
@ApplicationScoped
public class ReceiveFile {

    private final MediaTypes mediaTypes;
    private final AttachmentConfig config;

    ReceiveFile(MediaTypes mediaTypes, AttachmentConfig config) {
        this.mediaTypes = mediaTypes;
        this.config = config;
    }

    /** For those who work here. */
    public Upload internal(@Nullable FileUpload file) throws IOException {
        return of(file, null);
    }

    /** @param visibility null for those who work here */
    Upload of(@Nullable FileUpload file, @Nullable String visibility) throws IOException {
        var checks = new Checks();
        var shown = visibility(checks, visibility);
        if (file == null) {
            checks.add("/file", "required");
        } else if (file.size() == 0) {
            checks.add("/file", "blank");
        }
        checks.passed();
        var given = Objects.requireNonNull(file);
        if (given.size() > config.maxBytes()) {
            throw new TooLarge(config.maxBytes());
        }
        var name = FileName.clean(given.fileName());
        var content = given.uploadedFile();
        var type = mediaTypes.require(content, name);
        return new Upload(content, name, type, given.size(), Digests.sha256(content), shown);
    }

    private static Visibility visibility(Checks checks, @Nullable String given) {
        var known = Arrays.stream(Visibility.values())
                .filter(one ->
                        given == null ? one == Visibility.INTERNAL : one.name().equals(given))
                .findFirst();
        if (known.isEmpty()) {
            checks.add("/visibility", "not-applicable");
        }
        return known.orElse(Visibility.INTERNAL);
    }
}
