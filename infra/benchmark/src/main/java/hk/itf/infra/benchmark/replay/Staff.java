package hk.itf.infra.benchmark.replay;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.Person;
import java.util.List;

/**
 * The staff of one client. The names are the same after an interruption, so that the same persons still hold their tasks.
 *
 * @param vetters take tasks from the review queue
 */
record Staff(List<Person> vetters, Person verifier) {

    static Staff of(LocalPlatform platform, int number) {
        var name = "Replay-" + number + "-";
        return new Staff(
                List.of(
                        platform.person(name + "secretary", "secretariat"),
                        platform.person(name + "claims-officer", "secretariat"),
                        platform.person(name + "first-assessor", "assessor"),
                        platform.person(name + "second-assessor", "assessor"),
                        platform.person(
                                name + "commissioner",
                                "decision-authority",
                                "decision-authority/commissioner",
                                "decision-authority/senior-manager")),
                platform.person(name + "verifier", "payee-verifier"));
    }
}
