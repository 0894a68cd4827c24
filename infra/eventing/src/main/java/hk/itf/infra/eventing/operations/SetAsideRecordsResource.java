package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.inbox.SetAsideRecords;
import hk.itf.infra.eventing.inbox.SetAsideRecords.RawRecordView;
import hk.itf.infra.eventing.inbox.SetAsideRecords.SetAsideRecordView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows operators the Kafka records that are no events, and lets them replay or drop these records. */
@Path("/operations/set-aside-records")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class SetAsideRecordsResource {

    /** Why a record is dropped. The record and the reason are kept. */
    @Schema(examples = "{\"reason\": \"A test tool wrote to the topic by mistake.\"}")
    public record Drop(
            @NotBlankText @Size(max = 1000) @PlainText(lines = true)
            String reason) {}

    private final SetAsideRecords records;
    private final CurrentActor actor;

    SetAsideRecordsResource(SetAsideRecords records, CurrentActor actor) {
        this.records = records;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "Records that are no events, or that their sender may not send")
    public List<SetAsideRecordView> list() {
        return records.list();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One such record with its raw bytes")
    public RawRecordView export(@PathParam("id") long id) throws SQLException {
        return records.export(id);
    }

    @POST
    @Idempotent
    @Path("/{id}/replay")
    @Operation(summary = "Receive a record again, for example with a build that can read it")
    public RestResponse<Void> replay(@PathParam("id") long id) throws SQLException {
        records.replay(id, actor.person());
        return RestResponse.noContent();
    }

    @POST
    @Idempotent
    @Path("/{id}/drop")
    @Operation(summary = "Take a record off the list without receiving it; it is kept")
    public RestResponse<Void> drop(@PathParam("id") long id, @NotNull @Valid Drop drop) throws SQLException {
        records.drop(id, actor.person(), drop.reason());
        return RestResponse.noContent();
    }
}
