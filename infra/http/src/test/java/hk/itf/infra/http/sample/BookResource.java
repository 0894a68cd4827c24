package hk.itf.infra.http.sample;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.infra.http.sample.Book.BookView;
import hk.itf.infra.http.sample.Book.Genre;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * One operation of each kind: create, change, transition, list, read, upload. Ids are grant ids, for want of book ids.
 */
@Path("/books")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("applicant")
public class BookResource {

    /** The title that keeps its request running until a test opens the gate. */
    public static final String SLOW_TITLE = "A slow book";

    private static volatile Gate gate = new Gate(new CountDownLatch(0), new CountDownLatch(0));

    /**
     * @param reached counted down by the first request that waits
     * @param opened counted down by the test
     */
    public record Gate(CountDownLatch reached, CountDownLatch opened) {
        public void awaitRequest() throws InterruptedException {
            if (!reached.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no request reached the gate");
            }
        }

        public void open() {
            opened.countDown();
        }

        private void pass() throws InterruptedException {
            reached.countDown();
            if (!opened.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gate stayed closed");
            }
        }
    }

    /** One field of each kind. */
    public record NewBook(
            @NotBlankText @Size(max = 100) @PlainText String title,
            Genre genre,
            Optional<@PlainText(lines = true) String> summary,
            Optional<Boolean> lent,
            Optional<Integer> pages,
            Optional<OrganisationId> publisher,
            Optional<LocalDate> published,
            Optional<Instant> boughtAt,
            Optional<Money> price,
            Optional<@Size(max = 3) List<@NotNull @Valid Chapter>> chapters) {}

    /** @param page a mandatory number */
    public record Chapter(@NotBlankText String heading, int page) {}

    /** Another title. */
    public record Change(@NotBlankText @PlainText String title) {}

    private final Books books;
    private final CurrentActor actor;

    BookResource(Books books, CurrentActor actor) {
        this.books = books;
        this.actor = actor;
    }

    /** Makes creations of {@link #SLOW_TITLE} wait for the returned gate. */
    public static Gate closeGate() {
        gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
        return gate;
    }

    @POST
    @Idempotent
    public RestResponse<BookView> create(@NotNull @Valid NewBook request) throws InterruptedException {
        if (request.title().equals(SLOW_TITLE)) {
            gate.pass();
        }
        var book = books.add(new Book(
                Uuids.next(),
                actor.person().value(),
                request.title(),
                request.genre(),
                request.lent().orElse(false)));
        return VersionedResponse.created(book.view(), book.version(), "/books/" + book.id());
    }

    @GET
    public Page<BookView> list(
            @QueryParam("genre") @Nullable Genre genre,
            @QueryParam("size") @Nullable Integer size,
            @QueryParam("cursor") @Nullable String cursor) {
        return books.page(actor.person(), genre, Page.cursor(cursor), Page.size(size));
    }

    @GET
    @Path("/found")
    public List<BookView> search(
            @QueryParam("lent") @DefaultValue("false") boolean lent,
            @QueryParam("publisher") @Nullable OrganisationId publisher,
            @QueryParam("text") @DefaultValue("") @Size(max = 40) @PlainText String text) {
        return List.of();
    }

    @GET
    @Path("/{id}")
    public RestResponse<BookView> read(@PathParam("id") GrantId id) {
        var book = books.read(id.value(), actor.person());
        return VersionedResponse.ok(book.view(), book.version());
    }

    @PUT
    @Path("/{id}")
    public RestResponse<BookView> change(
            @PathParam("id") GrantId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Change change) {
        var book = books.rename(id.value(), actor.person(), EntityVersion.ifMatch(ifMatch), change.title());
        return VersionedResponse.ok(book.view(), book.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/sale")
    public RestResponse<BookView> sell(@PathParam("id") GrantId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var book = books.sell(id.value(), actor.person(), EntityVersion.ifMatch(ifMatch));
        return VersionedResponse.ok(book.view(), book.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/papers")
    @Consumes(MediaType.WILDCARD)
    public RestResponse<Integer> scan(
            @PathParam("id") GrantId id, @QueryParam("name") @NotBlankText String name, byte[] content) {
        return RestResponse.ok(books.addScan(id.value(), actor.person(), content));
    }

    @GET
    @Path("/catalogue")
    @PermitAll
    public List<Genre> catalogue() {
        return List.of(Genre.values());
    }
}
