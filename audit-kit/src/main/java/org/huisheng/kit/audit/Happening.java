package org.huisheng.kit.audit;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request does of which nobody who is signed in is the author.
 *
 * @param actor who, or that it is nobody known
 * @param detail by name, without personal data
 */
public record Happening(
        String actor,
        Set<String> roles,
        @Nullable String department,
        String action,
        String subjectType,
        @Nullable String subjectId,
        Map<String, String> detail) {}
