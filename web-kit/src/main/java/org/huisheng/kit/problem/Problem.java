package org.huisheng.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An RFC 9457 problem as it is sent. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        List<RenderedViolation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param path JSON pointer into the request body */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record RenderedViolation(String path, String code, String message) {}
}
