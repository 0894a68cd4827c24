package hk.itf.infra.houserules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import hk.itf.model.Transition;
import hk.itf.model.event.DomainEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The rules for the layout of a service's code. {@code HouseRulesTest} checks that each rule finds an offender. */
public final class HouseRules {

    private static final DescribedPredicate<JavaClass> STORE =
            assignableTo(PanacheRepositoryBase.class).as("stores");
    private static final DescribedPredicate<JavaClass> RESOURCE =
            annotatedWith(Path.class).forSubtype();
    private static final DescribedPredicate<JavaClass> OUTBOX =
            describe("the outbox", type -> type.getSimpleName().equals("Outbox"));
    private static final DescribedPredicate<JavaClass> CONSUMER =
            describe("consumers", type -> type.getSimpleName().endsWith("EventsConsumer"));
    private static final DescribedPredicate<JavaMethod> TAKE_A_LOCK = describe(
            "take a pessimistic lock",
            method -> method.getFieldAccesses().stream()
                    .anyMatch(access -> access.getTarget().getOwner().isEquivalentTo(LockModeType.class)
                            && access.getTarget().getName().equals("PESSIMISTIC_WRITE")));
    private static final String EMPTY_NAMES = ".*(Impl|Manager|Utils?|Helper|Dto|DTO|Mapper|Wrapper|Base)";

    /** A package with more files than this holds more than one room. {@code package-info} counts as a file. */
    static final int LARGEST_PACKAGE = 20;

    private static final Map<String, JavaClasses> PRODUCTION = new ConcurrentHashMap<>();

    private HouseRules() {}

    /** All rules by name. */
    public static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "resources only speak HTTP",
                noClasses()
                        .that(RESOURCE)
                        .should()
                        .dependOnClassesThat(STORE.or(OUTBOX).or(assignableTo(EntityManager.class)))
                        .orShould()
                        .beAnnotatedWith(Transactional.class));
        rules.put(
                "resource methods open no transaction",
                methods().that().areDeclaredInClassesThat(RESOURCE).should().notBeAnnotatedWith(Transactional.class));
        rules.put(
                "no class depends on a resource",
                noClasses()
                        .that(DescribedPredicate.not(RESOURCE)
                                .and(describe(
                                        "top-level classes",
                                        type -> !type.getFullName().contains("Resource"))))
                        .should()
                        .dependOnClassesThat(RESOURCE));
        rules.put(
                "consumers only call use cases",
                noClasses()
                        .that(CONSUMER)
                        .should()
                        .dependOnClassesThat(STORE.or(OUTBOX).or(resideInAPackage("org.apache.kafka.."))));
        rules.put(
                "entities know no machinery",
                noClasses()
                        .that()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .dependOnClassesThat(assignableTo(EntityManager.class)
                                .or(assignableTo(Clock.class))
                                .or(OUTBOX)
                                .or(resideInAPackage("jakarta.enterprise.."))
                                .or(resideInAPackage("jakarta.ws.rs.."))
                                .or(resideInAPackage("org.apache.kafka.."))));
        rules.put(
                "entities have no setters",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .haveNameNotMatching("set[A-Z].*"));
        rules.put(
                "entity fields are private",
                fields().that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .and()
                        .areNotStatic()
                        .and()
                        .doNotHaveModifier(JavaModifier.SYNTHETIC)
                        .should()
                        .bePrivate());
        rules.put(
                "stores know neither HTTP nor events",
                noClasses()
                        .that(STORE)
                        .should()
                        .dependOnClassesThat(OUTBOX.or(resideInAPackage("jakarta.ws.rs.."))
                                .or(resideInAPackage("org.apache.kafka.."))));
        rules.put(
                "only eventing speaks Kafka",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("hk.itf.infra..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.kafka.."));
        rules.put(
                "time comes from the clock",
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
        rules.put(
                "nothing is floating point",
                fields().should()
                        .notHaveRawType(double.class)
                        .andShould()
                        .notHaveRawType(float.class)
                        .andShould()
                        .notHaveRawType(Double.class)
                        .andShould()
                        .notHaveRawType(Float.class));
        rules.put("threads do not sleep", noClasses().should().callMethod(Thread.class, "sleep", long.class));
        rules.put(
                "names are specific",
                classes().should().haveSimpleNameNotEndingWith("Impl").andShould(new NamePattern(EMPTY_NAMES)));
        rules.put(
                "events are records",
                classes()
                        .that(assignableTo(DomainEvent.class).and(describe("concrete", type -> !type.isInterface())))
                        .should()
                        .beRecords());
        rules.put(
                "finders that lock are named lock",
                methods().that(TAKE_A_LOCK).should().haveNameStartingWith("lock"));
        rules.put(
                "sweepers alone are scheduled",
                methods()
                        .that()
                        .areAnnotatedWith(Scheduled.class)
                        .should()
                        .beDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("Sweeper"));
        rules.put(
                "transitions are named after their aggregate and its status",
                classes().that(assignableTo(Transition.class)).should(new LifecycleNames()));
        return rules;
    }

    /**
     * Checks all rules, and the dependencies between features. A feature is a package directly below {@code root}.
     *
     * @param arrows for each feature, the features it may depend on
     */
    public static void check(String root, Map<String, Set<String>> arrows) {
        var code = production(root);
        all().forEach((name, rule) -> rule.as(name).allowEmptyShould(true).check(code));
        features(root).check(code);
        requireSmallPackages(code);
        arrows.forEach((feature, mayUse) ->
                arrow(root, feature, mayUse).allowEmptyShould(true).check(code));
        var undeclared = code.stream()
                .map(type -> feature(root, type))
                .filter(feature -> !feature.isEmpty() && !arrows.containsKey(feature))
                .findFirst();
        if (undeclared.isPresent()) {
            throw new AssertionError(
                    "The feature " + undeclared.get() + " has no row of arrows in the architecture test.");
        }
    }

    /** @throws AssertionError when a package has more source files than {@link #LARGEST_PACKAGE} */
    static void requireSmallPackages(JavaClasses code) {
        requirePackagesOfAtMost(LARGEST_PACKAGE, code);
    }

    static void requirePackagesOfAtMost(int limit, JavaClasses code) {
        var files = code.stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> !type.isAnonymousClass())
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        var tooLarge = files.entrySet().stream()
                .filter(each -> each.getValue() > limit)
                .map(each -> each.getKey() + " has " + each.getValue() + " files")
                .toList();
        if (!tooLarge.isEmpty()) {
            throw new AssertionError("A package has at most " + limit + " files: " + tooLarge);
        }
    }

    static ArchRule features(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule arrow(String root, String feature, Set<String> mayUse) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + feature + "..")
                .should()
                .dependOnClassesThat(describe("features other than " + mayUse, type -> {
                    var other = feature(root, type);
                    return !other.isEmpty() && !other.equals(feature) && !mayUse.contains(other);
                }));
    }

    private static String feature(String root, JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        var rest = name.substring(root.length() + 1);
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    /** The main classes below {@code root}, read once for all tests of a module. */
    static JavaClasses production(String root) {
        return PRODUCTION.computeIfAbsent(
                root,
                each -> new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("quarkus-app"))
                        .importPackages(each));
    }
}
