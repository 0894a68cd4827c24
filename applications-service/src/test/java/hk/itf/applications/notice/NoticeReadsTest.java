package hk.itf.applications.notice;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.PersonId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The list of notices reads what it shows. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class NoticeReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    Notices notices;

    @Test
    void listsPageOfMember() {
        rows.assertReads(50, () -> notices.listForMember(PersonId.of(MillionRows.id(3, 7)), Optional.empty(), 20));
        rows.assertReads(
                50,
                () -> notices.listForMember(
                        PersonId.of(MillionRows.id(3, 7)), Optional.of(MillionRows.id(35, 3000)), 20));
    }
}
