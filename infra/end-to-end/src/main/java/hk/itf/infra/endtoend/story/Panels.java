package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.ASSESSMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The acts of panels: meetings, declarations of interest, votes and recommendations. */
public final class Panels {

    private final Platform platform;
    private final People people;
    private final StepLog steps;

    Panels(Platform platform, People people, StepLog steps) {
        this.platform = platform;
        this.people = people;
        this.steps = steps;
    }

    /** Holds a meeting today on the open case of the grant: three members declare no interest and vote to support it. */
    public void supportAtMeeting(String scheme, Grant grant) {
        var item = openMeeting(scheme, grant);
        for (var member : members()) {
            act(member, item, "independence", Map.of()).expect(200);
        }
        act(people.chair, item, "call", Map.of()).expect(200);
        for (var member : members()) {
            act(member, item, "vote", Map.of("vote", "SUPPORT")).expect(200);
        }
        act(people.chair, item, "closing", Map.of("reason", "A sound plan with a market."))
                .expect(200);
        steps.add(people.chair, "closes the vote of the panel", "three of three members support the case");
    }

    /** Opens a meeting with the case of the grant on its agenda, and returns the id of the agenda item. */
    private String openMeeting(String scheme, Grant grant) {
        var reviewCase = awaitCaseAtPanel(grant);
        var meeting = people.secretary
                .post(
                        ASSESSMENT,
                        "/panel-meetings",
                        Map.of("scheme", scheme, "heldOn", platform.today().toString(), "place", "Conference room 3"))
                .expect(201)
                .text("id");
        var item = people.secretary
                .post(ASSESSMENT, "/panel-meetings/" + meeting + "/agenda", Map.of("reviewCase", reviewCase))
                .expect(201)
                .text("id");
        people.chair
                .post(ASSESSMENT, "/panel-meetings/" + meeting + "/opening", Map.of())
                .expect(200);
        for (var member : people.members) {
            member.post(ASSESSMENT, "/panel-meetings/" + meeting + "/attendance", Map.of())
                    .expect(200);
        }
        steps.add(people.secretary, "holds a panel meeting", "three members attend");
        return item;
    }

    private Reply act(Person member, String item, String act, Object body) {
        return member.post(ASSESSMENT, "/agenda-items/" + item + "/" + act, body);
    }

    private List<Person> members() {
        return Stream.concat(Stream.of(people.chair), people.members.stream()).toList();
    }

    private String awaitCaseAtPanel(Grant grant) {
        var found = new ArrayList<String>();
        people.auditor.await(
                ASSESSMENT, "/cases?status=OPEN&stage=PANEL&size=100", "the case at its panel stage", reply -> {
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
