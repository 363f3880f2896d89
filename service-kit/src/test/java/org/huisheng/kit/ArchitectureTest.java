package org.huisheng.kit;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.huisheng.kit.testing.ArchitectureRules;
import org.huisheng.kit.testing.KitRules;

/** Of all kits: they share the package. */
@AnalyzeClasses(packages = "org.huisheng.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchTests kit_rules = ArchTests.in(KitRules.class);
}
