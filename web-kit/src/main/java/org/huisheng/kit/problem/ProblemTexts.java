package org.huisheng.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.huisheng.kit.problem.DomainException.State;
import org.huisheng.kit.problem.DomainException.Thing;
import org.huisheng.kit.problem.Problem.RenderedViolation;
import org.jspecify.annotations.Nullable;

/** Turns codes into sentences. zh-CN unless the caller prefers English. */
@ApplicationScoped
public class ProblemTexts {

    /** As the clock on the wall shows it here, wherever the caller is. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final List<Locale> LOCALES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The best of our locales for an {@code Accept-Language} header; a malformed header counts as none. */
    public static Locale negotiate(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            var ranges = Locale.LanguageRange.parse(acceptLanguage);
            for (var range : ranges) {
                var language = range.getRange().split("-", 2)[0];
                if (range.getWeight() > 0) {
                    for (var locale : LOCALES) {
                        if (locale.getLanguage().equals(language)) {
                            return locale;
                        }
                    }
                }
            }
            return Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException malformed) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    public Problem render(DomainException refusal, Locale locale, @Nullable String instance) {
        return new Problem(
                type(refusal.code()),
                title(refusal.code(), locale),
                refusal.status(),
                text("problem." + refusal.code() + ".detail", refusal.arguments(), locale),
                instance,
                render(refusal.violations(), locale));
    }

    /** A problem met outside any resource: by a proxy or a filter. */
    public Problem render(String code, List<Object> arguments, int status, Locale locale, @Nullable String instance) {
        return new Problem(
                type(code),
                title(code, locale),
                status,
                text("problem." + code + ".detail", arguments, locale),
                instance,
                List.of());
    }

    public List<RenderedViolation> render(List<Violation> violations, Locale locale) {
        return violations.stream()
                .map(violation -> new RenderedViolation(
                        violation.path(),
                        violation.code(),
                        text("violation." + violation.code(), violation.arguments(), locale)))
                .toList();
    }

    public String title(String code, Locale locale) {
        return text("problem." + code, List.of(), locale);
    }

    String detail(String code, Locale locale) {
        return text("problem." + code + ".detail", List.of(), locale);
    }

    public static String type(String code) {
        return "urn:huisheng:problem:" + code;
    }

    private String text(String key, List<Object> arguments, Locale locale) {
        var pattern = pattern("problems", key, locale);
        if (pattern == null) {
            pattern = pattern("kit-problems", key, locale);
        }
        if (pattern == null) {
            // A title without its own detail is complete; ProblemTextsTest of each service finds missing titles.
            return key.endsWith(".detail") ? text(key.substring(0, key.length() - 7), arguments, locale) : key;
        }
        var words = arguments.stream().map(argument -> word(argument, locale)).toArray();
        return new MessageFormat(pattern, locale).format(words);
    }

    private Object word(Object argument, Locale locale) {
        return switch (argument) {
            case Thing(var thing) -> text("thing." + thing, List.of(), locale);
            case State(var what, var name) -> {
                var known = pattern("problems", "state." + what + "." + name, locale);
                yield known == null ? name : known;
            }
            case Instant moment -> MOMENT.format(moment);
            case Number number -> number.toString();
            case Collection<?> many ->
                many.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(locale.getLanguage().equals("zh") ? "、" : ", "));
            default -> argument;
        };
    }

    private static @Nullable String pattern(String bundle, String key, Locale locale) {
        var loader = Thread.currentThread().getContextClassLoader();
        var texts = ResourceBundle.getBundle(
                bundle, locale, loader == null ? ProblemTexts.class.getClassLoader() : loader, NO_FALLBACK);
        return texts.containsKey(key) ? texts.getString(key) : null;
    }
}
