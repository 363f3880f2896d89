package org.huisheng.kpi.odata;

import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huisheng.kpi.odata.filter.Refusal;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/**
 * How rows are written.
 *
 * @param exactNumbers whether 64-bit and decimal numbers are texts, for readers that know only floating point
 */
record Format(Detail detail, boolean exactNumbers) {

    static final MediaType XML = MediaType.APPLICATION_XML_TYPE;
    private static final String METADATA = "odata.metadata";
    private static final String EXACT_NUMBERS = "IEEE754Compatible";

    /** How much is said about rows beside their values. */
    enum Detail {
        NONE,
        MINIMAL,
        FULL;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    MediaType mediaType() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(METADATA, detail.word());
        if (exactNumbers) {
            parameters.put(EXACT_NUMBERS, "true");
        }
        return new MediaType("application", "json", parameters);
    }

    /** Whether rows are wanted as a table. */
    static boolean isCsv(@Nullable String format, List<MediaType> accepted) {
        return Answers.prefersCsv(asked(format, accepted, "csv", MediaType.valueOf(Answers.CSV)));
    }

    /** @throws Refusal 406 if nothing the caller accepts is JSON */
    static Format json(@Nullable String format, List<MediaType> accepted) {
        return asked(format, accepted, "json", MediaType.APPLICATION_JSON_TYPE).stream()
                .flatMap(type -> of(type).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.format("only-json"));
    }

    /** @throws Refusal 406 if nothing the caller accepts is XML */
    static void requireXml(@Nullable String format, List<MediaType> accepted) {
        if (asked(format, accepted, "xml", XML).stream().noneMatch(XML::isCompatible)) {
            throw Refusal.format("only-xml");
        }
    }

    private static List<MediaType> asked(
            @Nullable String format, List<MediaType> accepted, String word, MediaType meaning) {
        if (format == null) {
            return accepted;
        }
        if (format.equals(word)) {
            return List.of(meaning);
        }
        try {
            return List.of(MediaType.valueOf(format));
        } catch (IllegalArgumentException noMediaType) {
            return List.of();
        }
    }

    private static Optional<Format> of(MediaType type) {
        if (!type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return Optional.empty();
        }
        var exact = "true".equalsIgnoreCase(parameter(type.getParameters(), EXACT_NUMBERS));
        var detail = parameter(type.getParameters(), METADATA);
        for (var candidate : Detail.values()) {
            if (candidate.word().equals(detail == null ? Detail.MINIMAL.word() : detail)) {
                return Optional.of(new Format(candidate, exact));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String parameter(Map<String, String> parameters, String name) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
