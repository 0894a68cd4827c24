package hk.itf.applications.register;

import hk.itf.infra.http.Page;
import hk.itf.model.DomainException;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registers, for everybody: the approved cases that applications for another scheme can name. */
@Path("/registers/{register}")
@Tag(name = "Registers")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class RegistersResource {

    /**
     * One entry.
     *
     * @param reference what an answer names it by
     * @param facts what the entry tells, by question
     * @param until the last day for which it can be named
     */
    public record EntryView(UUID id, String reference, Map<String, Object> facts, LocalDate until) {}

    private final RegisterEntries entries;

    RegistersResource(RegisterEntries entries) {
        this.entries = entries;
    }

    @GET
    @Operation(summary = "The entries of a register whose last day has not passed, the latest last day first")
    public Page<EntryView> list(
            @PathParam("register") String register,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        var wanted = Page.size(size);
        var found = entries.list(id(register), Page.cursor(cursor).orElse(null), wanted + 1).stream()
                .map(each -> new EntryView(
                        each.id(),
                        each.entry().reference(),
                        each.entry().facts().toJsonValues(),
                        each.until()))
                .toList();
        return Page.of(found, wanted, EntryView::id);
    }

    private static SchemeId id(String register) {
        try {
            return SchemeId.of(register);
        } catch (IllegalArgumentException e) {
            throw DomainException.notFound("register");
        }
    }
}
