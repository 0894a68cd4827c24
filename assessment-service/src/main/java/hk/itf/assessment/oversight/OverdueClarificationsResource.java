package hk.itf.assessment.oversight;

import static hk.itf.assessment.Roles.AUDITOR;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.model.id.ReviewCaseId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Overdue clarifications. */
@Path("/overdue-clarifications")
@Tag(name = "Oversight")
@Produces(MediaType.APPLICATION_JSON)
public class OverdueClarificationsResource {

    private final OverdueClarificationQueries overdue;
    private final RemindApplicant remind;
    private final CurrentActor actor;

    OverdueClarificationsResource(OverdueClarificationQueries overdue, RemindApplicant remind, CurrentActor actor) {
        this.overdue = overdue;
        this.remind = remind;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({SECRETARIAT, AUDITOR})
    @Operation(summary = "Clarifications that applicants have not answered in time, the longest overdue first")
    public List<OverdueClarificationView> list() {
        return overdue.list();
    }

    @POST
    @Idempotent
    @Path("/{case}/reminders")
    @RolesAllowed(SECRETARIAT)
    @Operation(summary = "Record that the applicant was reminded, at most once a day")
    public RestResponse<OverdueClarificationView> remind(@PathParam("case") ReviewCaseId reviewCase) {
        return RestResponse.ok(remind.handle(new RemindApplicant.Command(reviewCase, actor.get())));
    }
}
