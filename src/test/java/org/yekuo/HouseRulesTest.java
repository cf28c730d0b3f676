package org.yekuo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The floors and the house rules, as tests: see docs/architecture.md. */
class HouseRulesTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.yekuo");

    /** From the ground up; on the ground floor the order is from left to right, and the stages stand in the order of the procedures. */
    private static final List<String> ROOMS = List.of("vocabulary", "form", "language", "database", "calendar", "organisation", "regulation", "access", "outbox",
            "administration", "customer", "grid", "document", "casework", "publishing", "portal", "appointment", "stage.acceptance", "stage.survey", "stage.plan", "stage.fee", "stage.design",
            "stage.gridworks", "stage.inspection", "stage.contract", "stage.metering", "stage.temporary", "stage.energisation", "stage.billing", "stage.household", "stage.callback",
            "stage.afterwards", "stage.archive", "supervision", "api", "web", "drill");

    @Test
    void a_room_uses_only_rooms_below_it() {
        var wrong = new ArrayList<String>();
        for (var type : PROGRAM) {
            int floor = floor(type);
            type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass()).distinct()
                    .filter(target -> floor >= 0 && floor(target) > floor)
                    .forEach(target -> wrong.add(type.getName() + " reaches up to " + target.getName()));
        }
        assertThat(wrong).isEmpty();
    }

    private static int floor(JavaClass type) {
        for (int i = 0; i < ROOMS.size(); i++) {
            var room = "org.yekuo." + ROOMS.get(i);
            if (type.getPackageName().equals(room) || type.getPackageName().startsWith(room + ".")) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void every_package_stands_on_a_floor() {
        assertThat(PROGRAM.stream().filter(type -> !type.getPackageName().equals("org.yekuo")).filter(type -> floor(type) < 0).map(JavaClass::getPackageName)
                .distinct()).isEmpty();
    }

    @Test
    void the_core_knows_no_spring_and_no_database() {
        noClasses().that(resideInAPackage("org.yekuo.casework.internal.ledger..").or(resideInAnyPackage("org.yekuo.vocabulary..", "org.yekuo.form..")))
                .should().dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc..", "org.springframework.stereotype..", "org.springframework.beans..",
                        "org.springframework.context..", "java.sql.."))
                .check(PROGRAM);
    }

    @Test
    void only_the_calendar_reads_the_clock() {
        noClasses().that().resideOutsideOfPackage("org.yekuo.calendar..")
                .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .check(PROGRAM);
    }

    @Test
    void stages_know_the_hall_and_the_hall_knows_no_stage() {
        noClasses().that().resideInAPackage("org.yekuo.casework..").should().dependOnClassesThat().resideInAPackage("org.yekuo.stage..").check(PROGRAM);
    }

    @Test
    void controllers_touch_no_tables() {
        noClasses().that().resideInAPackage("org.yekuo.api").should().dependOnClassesThat().areAssignableTo(JdbcClient.class).check(PROGRAM);
    }

    @Test
    void no_type_is_called_what_says_nothing() {
        classes().should().haveSimpleNameNotEndingWith("Manager").andShould().haveSimpleNameNotEndingWith("Helper").andShould()
                .haveSimpleNameNotEndingWith("Util").andShould().haveSimpleNameNotEndingWith("Utils").andShould().haveSimpleNameNotEndingWith("Impl")
                .andShould().haveSimpleNameNotEndingWith("Dto").andShould().haveSimpleNameNotEndingWith("VO").check(PROGRAM);
    }
}
