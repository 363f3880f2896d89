package org.huisheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule that guards nothing looks like one that holds: each must find the violation planted for it. */
class ArchitectureRulesTest {

    private static final String PLANTED = "org.huisheng.kit.testing.planted.";

    @TestFactory
    Stream<DynamicTest> each_rule_finds_its_planted_violation() {
        return Stream.of(ArchitectureRules.class, KitRules.class)
                .flatMap(rules -> Stream.of(rules.getFields()))
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .map(field -> DynamicTest.dynamicTest(field.getName(), () -> assertBites(field)));
    }

    private static void assertBites(Field rule) throws IllegalAccessException {
        var planted = new ClassFileImporter().importPackages(PLANTED + rule.getName());
        assertThat(planted).as("classes in " + PLANTED + rule.getName()).isNotEmpty();

        var result = ((ArchRule) rule.get(null)).evaluate(planted);

        assertThat(result.hasViolation()).as(result.toString()).isTrue();
    }
}
