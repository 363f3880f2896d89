package org.huisheng.feedback.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All the register says of a process: the five that are one. */
public record ProcessTerms(
        ProcessProfile profile,
        List<Step> steps,
        List<PostDuty> duties,
        List<Provision> standards,
        List<Provision> institutions,
        List<Provision> performance) {

    public ProcessTerms {
        steps = List.copyOf(steps);
        duties = List.copyOf(duties);
        standards = List.copyOf(standards);
        institutions = List.copyOf(institutions);
        performance = List.copyOf(performance);
    }

    /** Codes of all posts that something of it names. */
    public Stream<String> posts() {
        return Stream.concat(steps.stream().map(Step::post), duties.stream().map(PostDuty::post))
                .flatMap(Stream::ofNullable);
    }

    /** In texts, by the name of each field, so that two states can be held against each other. */
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("name", profile.name());
        facts.put("nameEn", profile.nameEn());
        if (profile.department() != null) {
            facts.put("department", profile.department());
        }
        facts.put("keyProcess", String.valueOf(profile.keyProcess()));
        facts.put("typicalBusiness", String.valueOf(profile.typicalBusiness()));
        facts.put("active", String.valueOf(profile.active()));
        if (!steps.isEmpty()) {
            facts.put("steps", steps.stream().map(Step::code).collect(Collectors.joining(" → ")));
        }
        steps.forEach(step -> facts.put("steps/" + step.code(), line(step.name(), step.nameEn(), step.post())));
        duties.forEach(duty -> facts.merge(
                "duties" + (duty.post() == null ? "" : "/" + duty.post()),
                duty.duty(),
                (one, other) -> one + "；" + other));
        put(facts, "standards", standards);
        put(facts, "institutions", institutions);
        put(facts, "performance", performance);
        return facts;
    }

    private static void put(Map<String, String> facts, String kind, List<Provision> provisions) {
        for (var provision : provisions) {
            var key = kind + "/" + Objects.requireNonNullElse(provision.code(), provision.title());
            facts.merge(key, line(provision.title(), provision.reference()), (one, other) -> one + "；" + other);
        }
    }

    private static String line(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
