package hk.itf.assessment.scoring;

import static hk.itf.assessment.Roles.ASSESSOR;
import static hk.itf.assessment.Roles.AUDITOR;
import static hk.itf.assessment.Roles.DECISION_AUTHORITY;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.infra.http.CurrentActor;
import hk.itf.model.id.ReviewCaseId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The score sheets of a review case. */
@Path("/cases/{id}/score-sheets")
@Tag(name = "Cases")
@Produces(MediaType.APPLICATION_JSON)
public class CaseScoreSheetsResource {

    private final ScoreSheetQueries sheets;
    private final CurrentActor actor;

    CaseScoreSheetsResource(ScoreSheetQueries sheets, CurrentActor actor) {
        this.sheets = sheets;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY, AUDITOR})
    @Operation(summary = "Score sheets of a case; an assessor sees the sheets of others after submitting their own")
    public List<ScoreSheetView> of(@PathParam("id") ReviewCaseId id) {
        return sheets.of(id, actor.get());
    }
}
