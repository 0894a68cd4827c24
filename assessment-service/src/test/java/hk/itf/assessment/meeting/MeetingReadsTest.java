package hk.itf.assessment.meeting;

import hk.itf.assessment.Roles;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.infra.http.Actor;
import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.PersonId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists and lookups of panel meetings read what they show. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class MeetingReadsTest {

    @Inject
    MillionRows rows;

    @Inject
    MeetingQueries queries;

    @Test
    void listsPageForStaff() {
        rows.assertReads(150, () -> queries.list(Optional.empty(), actor(Roles.SECRETARIAT), Optional.empty(), 20));
        rows.assertReads(
                150,
                () -> queries.list(Optional.of(MeetingStatus.OPEN), actor(Roles.SECRETARIAT), Optional.empty(), 20));
    }

    @Test
    void listsPageForMember() {
        rows.assertReads(150, () -> queries.list(Optional.empty(), actor("gsp-panel"), Optional.empty(), 20));
        rows.assertReads(
                200, () -> queries.list(Optional.empty(), actor("gsp-panel", Roles.PANEL_CHAIR), Optional.empty(), 20));
    }

    @Test
    void looksMeetingUpByKey() {
        rows.assertReads(20, () -> queries.get(MeetingId.of(MillionRows.id(24, 2000)), actor(Roles.SECRETARIAT)));
    }

    private static Actor actor(String... roles) {
        return new Actor(PersonId.of(MillionRows.id(3, 1)), Set.of(roles), Set.of());
    }
}
