package hk.itf.applications.notice;

import hk.itf.applications.notice.Notices.Notice;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the fund has told the organisations I act for. */
@Path("/notices")
@Tag(name = "Notices")
@RolesAllowed("applicant")
@Produces(MediaType.APPLICATION_JSON)
public class NoticeResource {

    private final Notices notices;
    private final CurrentActor actor;

    NoticeResource(Notices notices, CurrentActor actor) {
        this.notices = notices;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "Notices, newest first")
    public Page<Notice> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("size") @Nullable Integer size) {
        var wanted = Page.size(size);
        return Page.of(notices.forMember(actor.person(), Page.cursor(cursor), wanted + 1), wanted, Notice::id);
    }
}
