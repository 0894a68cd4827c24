package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.ASSESSMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the committees of schemes do: meet, declare interests, vote and advise. */
public final class Panels {

    private final Platform platform;
    private final Cast cast;
    private final Journal journal;

    Panels(Platform platform, Cast cast, Journal journal) {
        this.platform = platform;
        this.cast = cast;
        this.journal = journal;
    }

    /** Three members meet today over what waits of this grant, have no interest in it, and support it. */
    public void support(String scheme, Grant grant) {
        var item = callTogether(scheme, grant);
        for (var member : members()) {
            act(member, item, "independence", Map.of()).expect(200);
        }
        act(cast.chair, item, "call", Map.of()).expect(200);
        for (var member : members()) {
            act(member, item, "vote", Map.of("vote", "SUPPORT")).expect(200);
        }
        act(cast.chair, item, "closing", Map.of("reason", "A sound plan with a market."))
                .expect(200);
        journal.step(cast.chair, "closes the vote of the panel", "three of three support it");
    }

    /** Puts the case of a grant before a meeting that is open; answers the item of the agenda. */
    private String callTogether(String scheme, Grant grant) {
        var reviewCase = caseBeforeThePanel(grant);
        var meeting = cast.secretary
                .post(
                        ASSESSMENT,
                        "/panel-meetings",
                        Map.of("scheme", scheme, "heldOn", platform.today().toString(), "place", "Conference room 3"))
                .expect(201)
                .text("id");
        var item = cast.secretary
                .post(ASSESSMENT, "/panel-meetings/" + meeting + "/agenda", Map.of("reviewCase", reviewCase))
                .expect(201)
                .text("id");
        cast.chair
                .post(ASSESSMENT, "/panel-meetings/" + meeting + "/opening", Map.of())
                .expect(200);
        for (var member : cast.members) {
            member.post(ASSESSMENT, "/panel-meetings/" + meeting + "/attendance", Map.of())
                    .expect(200);
        }
        journal.step(cast.secretary, "calls the panel together", "three members attend");
        return item;
    }

    private Reply act(Person member, String item, String act, Object body) {
        return member.post(ASSESSMENT, "/agenda-items/" + item + "/" + act, body);
    }

    private List<Person> members() {
        return Stream.concat(Stream.of(cast.chair), cast.members.stream()).toList();
    }

    private String caseBeforeThePanel(Grant grant) {
        var found = new ArrayList<String>();
        cast.auditor.await(
                ASSESSMENT, "/cases?status=OPEN&stage=PANEL&size=100", "the case before the panel", reply -> {
                    for (var each : reply.body().path("items")) {
                        if (each.path("grant").asText().equals(grant.id())) {
                            found.add(each.path("id").asText());
                        }
                    }
                    return !found.isEmpty();
                });
        return found.getFirst();
    }
}
