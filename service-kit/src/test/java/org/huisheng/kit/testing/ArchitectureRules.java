package org.huisheng.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What holds for all code that runs in a service, in the gateway or in a kit. Frameworks are named by text, so that a
 * module can check the rules without having the frameworks it must not use.
 *
 * <p>Each rule has a package {@code planted.<name of the rule>} with a violation in it; {@link ArchitectureRulesTest}
 * proves that the rule finds it. Some rules find nothing to look at in some modules, hence {@code allowEmptyShould}.
 */
public final class ArchitectureRules {

    /** Not only {@code org.huisheng.<service>}: planted violations lie deeper. */
    private static final List<String> SERVICES = List.of("survey", "feedback", "kpi", "gateway");

    private static final Set<String> HTTP_METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private ArchitectureRules() {}

    /** Features are flat packages, so each package is one. */
    @ArchTest
    public static final ArchRule features_are_free_of_cycles =
            slices().matching("(**)").should().beFreeOfCycles();

    @ArchTest
    public static final ArchRule services_know_nothing_of_each_other =
            classes().should(notDependOnAnotherService()).because("they share events, and no code but the kits");

    @ArchTest
    public static final ArchRule the_gateway_knows_no_event = noClasses()
            .that()
            .resideInAPackage("org.huisheng..gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.huisheng.events..")
            .allowEmptyShould(true)
            .because("it hands requests through and need not change when a service does");

    @ArchTest
    public static final ArchRule entities_know_no_web_no_json_no_messaging = noClasses()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "com.fasterxml.jackson..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile.reactive..",
                    "io.smallrye.reactive..",
                    "io.vertx..")
            .allowEmptyShould(true)
            .because("a table's row, a request and an event each change for reasons of their own");

    @ArchTest
    public static final ArchRule resources_begin_no_transaction = noClasses()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.transaction.Transactional")
            .allowEmptyShould(true)
            .because("a use case is one transaction; the resource translates before and after it");

    /** Quarkus passes over other methods with a warning, and the address is a 404. */
    @ArchTest
    public static final ArchRule resource_methods_are_public =
            methods().that(answerAnHttpMethod()).should().bePublic().allowEmptyShould(true);

    @ArchTest
    public static final ArchRule nothing_is_injected_into_fields = fields().should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .because("a constructor says what a class needs, and lets a test give it");

    @ArchTest
    public static final ArchRule names_say_what_a_thing_is = classes()
            .should()
            .haveNameNotMatching(".*(Impl|Utils?|Helper|Manager|Constants|Dto)")
            .because("these words fit any class");

    @ArchTest
    public static final ArchRule only_the_publisher_sends_to_kafka = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.huisheng.kit.event.KafkaPublisher")
            .should()
            .dependOnClassesThat(sendToKafka())
            .because("what does not leave through the outbox is a second write that may be lost alone");

    @ArchTest
    public static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("org.huisheng.kit.platform..")
            .should()
            .accessTargetWhere(readTheSystemClock())
            .because("time is a parameter, or the injected Clock's");

    @ArchTest
    public static final ArchRule locations_are_paths = noClasses()
            .should()
            .accessTargetWhere(announceAWholeAddress())
            .because(
                    "behind TLS or a proxy a service knows neither its host nor its scheme; a header with a path does not need them");

    private static ArchCondition<JavaClass> notDependOnAnotherService() {
        return new ArchCondition<>("not depend on another service") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var own = serviceOf(item).toList();
                for (var dependency : item.getDirectDependenciesFromSelf()) {
                    var foreign = serviceOf(dependency.getTargetClass()).toList();
                    if (!own.isEmpty() && !foreign.isEmpty() && !own.equals(foreign)) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static Stream<String> serviceOf(JavaClass item) {
        return SERVICES.stream()
                .filter(service -> item.getPackageName().matches("org\\.huisheng\\.(.+\\.)?" + service + "(\\..+)?"));
    }

    private static DescribedPredicate<JavaMethod> answerAnHttpMethod() {
        return DescribedPredicate.describe(
                "answer an HTTP method",
                method -> method.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType())
                        .anyMatch(type -> type.getPackageName().equals("jakarta.ws.rs")
                                && HTTP_METHODS.contains(type.getSimpleName())));
    }

    private static DescribedPredicate<JavaClass> sendToKafka() {
        return DescribedPredicate.describe(
                "send to Kafka",
                type -> Set.of(
                                "org.apache.kafka.clients.producer.Producer",
                                "org.apache.kafka.clients.producer.KafkaProducer",
                                "org.eclipse.microprofile.reactive.messaging.Emitter",
                                "org.eclipse.microprofile.reactive.messaging.Outgoing",
                                "io.smallrye.reactive.messaging.MutinyEmitter")
                        .contains(type.getName()));
    }

    /** {@code Response.created(uri)}, {@code .location(uri)}: the framework completes whatever is given to it. */
    private static DescribedPredicate<JavaAccess<?>> announceAWholeAddress() {
        return DescribedPredicate.describe("the framework completes an address", access -> {
            var owner = access.getTargetOwner().getSimpleName();
            var name = access.getTarget().getName();
            return (owner.equals("Response") || owner.equals("RestResponse"))
                            && Set.of("created", "seeOther", "temporaryRedirect")
                                    .contains(name)
                    || owner.equals("ResponseBuilder")
                            && Set.of("location", "contentLocation").contains(name);
        });
    }

    /** {@code Instant.now()}, {@code LocalDate.now(zone)}, {@code Clock.systemUTC()}, {@code System.currentTimeMillis()}. */
    private static DescribedPredicate<JavaAccess<?>> readTheSystemClock() {
        return DescribedPredicate.describe("the system's clock is read", access -> {
            var owner = access.getTargetOwner();
            var name = access.getTarget().getName();
            return owner.getPackageName().equals("java.time")
                            && (name.equals("now")
                                            && !access.getTarget().getFullName().contains("java.time.Clock")
                                    || owner.getSimpleName().equals("Clock") && name.startsWith("system"))
                    || owner.getName().equals("java.lang.System") && name.equals("currentTimeMillis");
        });
    }
}
