package hk.itf.model;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ModelPackagesTest {

    private static final JavaClasses MODEL = new ClassFileImporter()
            .withImportOption(location -> !location.contains("Test"))
            .importPackages("hk.itf.model");

    @Test
    void schemePackagesFormNoCycle() {
        slices().matching("hk.itf.model.scheme.(*)..").should().beFreeOfCycles().check(MODEL);
    }

    /** A package may use every package that is listed before. */
    @Test
    void packagesUseOnlyTheirDeclaredPackages() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("json")
                .definedBy("hk.itf.model.json")
                .layer("id")
                .definedBy("hk.itf.model.id")
                .layer("money")
                .definedBy("hk.itf.model.money")
                .layer("value")
                .definedBy("hk.itf.model.scheme.value")
                .layer("question")
                .definedBy("hk.itf.model.scheme.question")
                .layer("vetting")
                .definedBy("hk.itf.model.scheme.vetting")
                .layer("allowance")
                .definedBy("hk.itf.model.scheme.allowance")
                .layer("funding")
                .definedBy("hk.itf.model.scheme.funding")
                .layer("tranche")
                .definedBy("hk.itf.model.scheme.tranche")
                .layer("scheme")
                .definedBy("hk.itf.model.scheme")
                .layer("catalogue")
                .definedBy("hk.itf.model.scheme.catalogue")
                .layer("event")
                .definedBy("hk.itf.model.event")
                .whereLayer("json")
                .mayNotAccessAnyLayer()
                .whereLayer("id")
                .mayNotAccessAnyLayer()
                .whereLayer("money")
                .mayNotAccessAnyLayer()
                .whereLayer("value")
                .mayNotAccessAnyLayer()
                .whereLayer("question")
                .mayOnlyAccessLayers("value", "money")
                .whereLayer("vetting")
                .mayOnlyAccessLayers("question", "value", "money")
                .whereLayer("allowance")
                .mayOnlyAccessLayers("question", "value", "money", "id", "json")
                .whereLayer("funding")
                .mayOnlyAccessLayers("allowance", "question", "value", "money")
                .whereLayer("tranche")
                .mayOnlyAccessLayers("vetting", "question", "value", "money", "id")
                .whereLayer("scheme")
                .mayOnlyAccessLayers("tranche", "funding", "allowance", "vetting", "question", "value", "money")
                .whereLayer("catalogue")
                .mayOnlyAccessLayers(
                        "scheme", "tranche", "funding", "allowance", "vetting", "question", "value", "money", "json")
                .whereLayer("event")
                .mayOnlyAccessLayers(
                        "scheme",
                        "tranche",
                        "funding",
                        "allowance",
                        "vetting",
                        "question",
                        "value",
                        "money",
                        "id",
                        "json")
                .check(MODEL);
    }
}
