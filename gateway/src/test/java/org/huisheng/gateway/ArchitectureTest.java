package org.huisheng.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.huisheng", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule no_feature_depends_on_itself_through_others =
            slices().matching("org.huisheng.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_gateway_knows_no_service_and_no_event = noClasses()
            .that()
            .resideInAPackage("org.huisheng.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.huisheng.survey..", "org.huisheng.feedback..", "org.huisheng.kpi..", "org.huisheng.events..");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = classes()
            .that()
            .resideInAPackage("org.huisheng.gateway..")
            .should()
            .haveNameNotMatching(".*(Impl|Utils?|Helper|Manager|Constants|Dto)");
}
