package hk.itf.infra.endtoend.story;

import java.time.LocalDate;
import java.util.Map;

/** The answers of an application for a research post: eligible, apart from the values a journey chooses. */
public record Post(LocalDate start, int months, String salary, String duties, boolean isForRelative) {

    /** A monthly salary above every monthly ceiling of the scheme. */
    public static final String ABOVE_CEILING = "60000.00";

    public Post(LocalDate start, int months, String salary) {
        this(start, months, salary, "Designs the control software of a harbour crane.", false);
    }

    public Post withDuties(String newDuties) {
        return new Post(start, months, salary, newDuties, isForRelative);
    }

    /** The same post for a relative of the company's owner, which makes it ineligible. */
    public Post forRelative() {
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
                Map.entry("related", isForRelative),
                Map.entry("open-selection", true),
                Map.entry("engagement-start", start.toString()),
                Map.entry("engagement-months", months),
                Map.entry("monthly-salary", Person.hkd(salary)),
                Map.entry("duties", duties));
    }
}
