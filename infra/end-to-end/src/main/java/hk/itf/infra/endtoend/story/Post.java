package hk.itf.infra.endtoend.story;

import java.time.LocalDate;
import java.util.Map;

/** A research post that is applied for: what a journey is about can be chosen, everything else is in order. */
public record Post(LocalDate start, int months, String salary, String duties, boolean forARelative) {

    /** More than the scheme pays for anybody, so that its ceiling decides. */
    public static final String ABOVE_CEILING = "60000.00";

    public Post(LocalDate start, int months, String salary) {
        this(start, months, salary, "Designs the control software of a harbour crane.", false);
    }

    public Post withDuties(String others) {
        return new Post(start, months, salary, others, forARelative);
    }

    /** The talent is related to the owner, which the scheme does not allow. */
    public Post givenToARelative() {
        return new Post(start, months, salary, duties, true);
    }

    public Map<String, Object> answers() {
        return Map.ofEntries(
                Map.entry("stream", "tc"),
                Map.entry("conducts-rd", true),
                Map.entry("substantive-business", true),
                Map.entry("registered", true),
                Map.entry("subvented", false),
                Map.entry("talent-name", "Chan Tai Man"),
                Map.entry("degree", "doctoral"),
                Map.entry("degree-stem", true),
                Map.entry("degree-origin", "local"),
                Map.entry("right-to-work", true),
                Map.entry("related", forARelative),
                Map.entry("open-selection", true),
                Map.entry("engagement-start", start.toString()),
                Map.entry("engagement-months", months),
                Map.entry("monthly-salary", Person.hkd(salary)),
                Map.entry("duties", duties));
    }
}
