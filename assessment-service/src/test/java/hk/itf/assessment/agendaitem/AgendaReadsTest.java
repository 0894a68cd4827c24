package hk.itf.assessment.agendaitem;

import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.ReviewCaseId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lookups of agenda items read the rows of the item. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class AgendaReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    AgendaItems items;

    @Inject
    PanelParticipation participation;

    @Test
    void looksItemsUpByKey() {
        var reviewCase = ReviewCaseId.of(MillionRows.id(20, 2000));
        rows.assertReads(10, () -> items.lockOf(reviewCase));
        rows.assertReads(10, () -> items.isOnAgenda(reviewCase));
        rows.assertReads(10, () -> items.hasUnended(MeetingId.of(MillionRows.id(24, 2000))));
        rows.assertReads(10, () -> items.countOf(MeetingId.of(MillionRows.id(24, 2000))));
    }

    @Test
    void looksParticipantsUpByKey() {
        rows.assertReads(30, () -> participation.of(AgendaItemId.of(MillionRows.id(25, 2000))));
        rows.assertReads(10, () -> participation.readers(AgendaItemId.of(MillionRows.id(25, 2000))));
    }
}
