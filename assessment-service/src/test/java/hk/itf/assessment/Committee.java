package hk.itf.assessment;

import static org.awaitility.Awaitility.await;

import hk.itf.infra.testkit.TestClock;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The panel of a test scheme: a chair, members, and the secretary who calls them together. */
public record Committee(TestScheme scheme, Vetter secretary, Vetter chair, List<Vetter> members) {

    /** @param members besides the chair */
    public static Committee of(TestScheme scheme, int members) {
        return new Committee(
                scheme,
                Vetter.secretariat(scheme),
                Vetter.chair(scheme),
                IntStream.range(0, members).mapToObj(i -> Vetter.member(scheme)).toList());
    }

    public Vetter member(int number) {
        return members.get(number);
    }

    /** Schedules a meeting for today; whoever chairs opens it. */
    public String isCalledTogether() {
        return isCalledTogetherOn(TestClock.today());
    }

    public String isCalledTogetherOn(LocalDate day) {
        return isCalledTogether(Map.of("heldOn", day.toString()));
    }

    /** Today, with a chair who is named beforehand. */
    public String isCalledTogetherUnder(Vetter named) {
        return isCalledTogether(Map.of(
                "heldOn", TestClock.today().toString(), "chair", named.person().toString()));
    }

    /** Once the scheme is known. */
    private String isCalledTogether(Map<String, String> details) {
        var meeting = new HashMap<>(details);
        meeting.put("scheme", scheme.ref().id().value());
        meeting.put("place", "Room 3");
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> secretary.posts("/panel-meetings", meeting), answer -> answer.statusCode() != 422)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public Response puts(String reviewCase, String meeting) {
        return secretary.posts("/panel-meetings/" + meeting + "/agenda", Map.of("reviewCase", reviewCase));
    }

    public String hasOnItsAgenda(String reviewCase, String meeting) {
        return puts(reviewCase, meeting).then().statusCode(201).extract().path("id");
    }

    /** The chair opens the meeting, and everybody is there. */
    public void meets(String meeting) {
        chair.posts("/panel-meetings/" + meeting + "/opening", Map.of()).then().statusCode(200);
        members.forEach(member -> attends(member, meeting));
    }

    public static void attends(Vetter member, String meeting) {
        member.posts("/panel-meetings/" + meeting + "/attendance", Map.of())
                .then()
                .statusCode(200);
    }

    public static Response on(String item, Vetter who, String act, Object body) {
        return who.posts("/agenda-items/" + item + "/" + act, body);
    }

    public static void isIndependent(Vetter member, String item) {
        on(item, member, "independence", Map.of()).then().statusCode(200);
    }

    /** Nobody has an interest, and the chair calls the item. */
    public void hears(String item) {
        isIndependent(chair, item);
        members.forEach(member -> isIndependent(member, item));
        on(item, chair, "call", Map.of()).then().statusCode(200);
    }

    public static Response votes(Vetter member, String item, String vote) {
        return on(item, member, "vote", Map.of("vote", vote));
    }

    public Response closes(String item) {
        return on(item, chair, "closing", Map.of("reason", "A sound plan with a market."));
    }

    /** A whole meeting about one case, in which everybody votes the same way. */
    public String advises(String reviewCase, String vote) {
        var meeting = isCalledTogether();
        var item = hasOnItsAgenda(reviewCase, meeting);
        meets(meeting);
        hears(item);
        votes(chair, item, vote).then().statusCode(200);
        members.forEach(member -> votes(member, item, vote).then().statusCode(200));
        closes(item).then().statusCode(200);
        return item;
    }
}
