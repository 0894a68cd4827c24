package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.APPLICATIONS;

import java.time.LocalDate;
import java.util.Map;

/** The acts of scheme administrators: opening calls. */
public final class SchemeAdministrators {

    private static final int CALL_DAYS = 60;

    private final Platform platform;
    private final People people;
    private final StepLog steps;

    SchemeAdministrators(Platform platform, People people, StepLog steps) {
        this.platform = platform;
        this.people = people;
        this.steps = steps;
    }

    /** Opens a call that starts today, unless a call is open today. */
    public void ensureOpenCall(String scheme) {
        var today = platform.today();
        var calls = "/schemes/" + scheme + "/calls";
        for (var call : people.schemeAdmin.get(APPLICATIONS, calls).expect(200).body()) {
            var open = call.path("open");
            if (!LocalDate.parse(open.path("from").asText()).isAfter(today)
                    && !LocalDate.parse(open.path("to").asText()).isBefore(today)) {
                return;
            }
        }
        people.schemeAdmin
                .post(
                        APPLICATIONS,
                        calls,
                        Map.of(
                                "id",
                                today.toString(),
                                "opens",
                                today.toString(),
                                "closes",
                                today.plusDays(CALL_DAYS).toString()))
                .expect(201);
        steps.add(people.schemeAdmin, "opens a call of " + scheme, "for " + CALL_DAYS + " days (demonstration data)");
    }
}
