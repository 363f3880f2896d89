package org.huisheng.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What keeps the kits from becoming the place where everything ends up. */
public final class KitRules {

    private static final int CLASSES_PER_KIT = 20;

    private KitRules() {}

    @ArchTest
    public static final ArchRule kits_know_no_service = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.huisheng..survey..",
                    "org.huisheng..feedback..",
                    "org.huisheng..kpi..",
                    "org.huisheng..gateway..");

    @ArchTest
    public static final ArchRule kits_have_no_domain_word = noClasses()
            .should()
            .haveNameMatching(
                    "(?i).*\\.[^.]*(survey|campaign|questionnaire|station|kiosk|liaison|stakeholder|case|visit"
                            + "|department|contract|indicator|dimension|observation|score|kpi|feedback)[^.]*")
            .because("a word of the domain belongs to the service that owns it");

    @ArchTest
    public static final ArchRule kits_stay_small = classes().should(beFew());

    /** Top-level classes, counted per module, which is where a class was loaded from. */
    private static ArchCondition<JavaClass> beFew() {
        return new ArchCondition<>("be at most %d top-level classes per kit", CLASSES_PER_KIT) {

            private final Map<String, List<JavaClass>> byModule = new TreeMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                byModule.clear();
            }

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (item.isTopLevelClass() && !item.getSimpleName().equals("package-info")) {
                    byModule.computeIfAbsent(moduleOf(item), _ -> new ArrayList<>())
                            .add(item);
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                byModule.forEach((module, items) -> {
                    if (items.size() > CLASSES_PER_KIT) {
                        events.add(SimpleConditionEvent.violated(
                                items.getFirst(), "%s has %d classes".formatted(module, items.size())));
                    }
                });
            }
        };
    }

    private static String moduleOf(JavaClass item) {
        var location = item.getSource()
                .map(source -> Location.of(source.getUri()).asURI().toString());
        return location.orElse("").replace(item.getName().replace('.', '/') + ".class", "");
    }
}
