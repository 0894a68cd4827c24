package hk.itf.applications.notice;

import hk.itf.infra.http.CallerLanguage;
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

/** The notices to the organisations of the caller, in the language of the caller. */
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
    public Page<NoticeView> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("size") @Nullable Integer size) {
        var pageSize = Page.size(size);
        var language = CallerLanguage.current();
        var views = notices.listForMember(actor.person(), Page.cursor(cursor), pageSize + 1).stream()
                .map(notice -> NoticeView.of(notice, language))
                .toList();
        return Page.of(views, pageSize, NoticeView::id);
    }
}
