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

/** The panel of a test scheme: a chair, members, and the secretary who schedules meetings. */
public record Committee(TestScheme scheme, Vetter secretary, Vetter chair, List<Vetter> members) {

    /** @param members the number of members without the chair */
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

    /** Schedules a meeting for today without a named chair. Any chair of the panel can open the meeting. */
    public String schedulesMeeting() {
        return schedulesMeetingOn(TestClock.today());
    }

    public String schedulesMeetingOn(LocalDate day) {
        return schedulesMeeting(Map.of("heldOn", day.toString()));
    }

    /** Schedules a meeting for today with a named chair. */
    public String schedulesMeetingChairedBy(Vetter named) {
        return schedulesMeeting(Map.of(
                "heldOn", TestClock.today().toString(), "chair", named.person().toString()));
    }

    /** Waits until the service knows the scheme, then schedules the meeting. */
    private String schedulesMeeting(Map<String, String> details) {
        var meeting = new HashMap<>(details);
        meeting.put("scheme", scheme.ref().id().value());
        meeting.put("place", "Room 3");
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> secretary.posts("/panel-meetings", meeting), answer -> answer.statusCode() != 422)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public Response putsOnAgenda(String reviewCase, String meeting) {
        return secretary.posts("/panel-meetings/" + meeting + "/agenda", Map.of("reviewCase", reviewCase));
    }

    public String listsItem(String reviewCase, String meeting) {
        return putsOnAgenda(reviewCase, meeting)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The chair opens the meeting. All members attend. */
    public void opensMeeting(String meeting) {
        chair.posts("/panel-meetings/" + meeting + "/opening", Map.of()).then().statusCode(200);
        members.forEach(member -> attends(member, meeting));
    }

    public static void attends(Vetter member, String meeting) {
        member.posts("/panel-meetings/" + meeting + "/attendance", Map.of())
                .then()
                .statusCode(200);
    }

    public static Response actOn(String item, Vetter who, String act, Object body) {
        return who.posts("/agenda-items/" + item + "/" + act, body);
    }

    public static void isIndependent(Vetter member, String item) {
        actOn(item, member, "independence", Map.of()).then().statusCode(200);
    }

    /** All members confirm their independence. The chair calls the item. */
    public void callsItem(String item) {
        isIndependent(chair, item);
        members.forEach(member -> isIndependent(member, item));
        actOn(item, chair, "call", Map.of()).then().statusCode(200);
    }

    public static Response votes(Vetter member, String item, String vote) {
        return actOn(item, member, "vote", Map.of("vote", vote));
    }

    public Response closes(String item) {
        return actOn(item, chair, "closing", Map.of("reason", "A sound plan with a market."));
    }

    /** Holds a meeting about one case, in which all members cast the same vote. */
    public String advises(String reviewCase, String vote) {
        var meeting = schedulesMeeting();
        var item = listsItem(reviewCase, meeting);
        opensMeeting(meeting);
        callsItem(item);
        votes(chair, item, vote).then().statusCode(200);
        members.forEach(member -> votes(member, item, vote).then().statusCode(200));
        closes(item).then().statusCode(200);
        return item;
    }
}
