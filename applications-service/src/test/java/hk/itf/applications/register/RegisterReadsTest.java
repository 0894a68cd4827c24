package hk.itf.applications.register;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.scheme.value.SchemeId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The list of a register and the lookup of an entry read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class RegisterReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    RegisterEntries entries;

    @Test
    void listsPageOfRegister() {
        var register = SchemeId.of("nittp-course");
        rows.assertReads(50, () -> entries.list(register, null, 20));
        rows.assertReads(50, () -> entries.list(register, MillionRows.id(1, 2000), 20));
    }

    @Test
    void looksEntryUpByKey() {
        rows.assertReads(10, () -> entries.entry(SchemeId.of("nittp-course"), "2000"));
    }
}
