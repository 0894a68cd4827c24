package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.APPLICATIONS;

import java.time.LocalDate;
import java.util.Map;

/** What a scheme administrator does: open calls. */
public final class Calls {

    private static final int DAYS = 60;

    private final Platform platform;
    private final Cast cast;
    private final Journal journal;

    Calls(Platform platform, Cast cast, Journal journal) {
        this.platform = platform;
        this.cast = cast;
        this.journal = journal;
    }

    /** Opens a call from today on, unless one is open. */
    public void ensureOpen(String scheme) {
        var today = platform.today();
        var calls = "/schemes/" + scheme + "/calls";
        for (var call : cast.schemeAdmin.get(APPLICATIONS, calls).expect(200).body()) {
            var open = call.path("open");
            if (!LocalDate.parse(open.path("from").asText()).isAfter(today)
                    && !LocalDate.parse(open.path("to").asText()).isBefore(today)) {
                return;
            }
        }
        cast.schemeAdmin
                .post(
                        APPLICATIONS,
                        calls,
                        Map.of(
                                "id",
                                today.toString(),
                                "opens",
                                today.toString(),
                                "closes",
                                today.plusDays(DAYS).toString()))
                .expect(201);
        journal.step(cast.schemeAdmin, "opens a call of " + scheme, "for " + DAYS + " days (demonstration data)");
    }
}
