package hk.itf.applications.badinput;

import hk.itf.infra.testkit.RawReply;
import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.Refusal;
import java.util.List;
import java.util.function.Function;

/**
 * A request that has to be refused, and how.
 *
 * @param pointers of every fault, in order
 */
record BadInput(String name, Function<Scene, RawRequest> request, int status, String problem, List<String> pointers) {

    static BadInput of(
            String name, Function<Scene, RawRequest> request, int status, String problem, String... pointers) {
        return new BadInput(name, request, status, problem, List.of(pointers));
    }

    void isClearlyRefused(RawRequest sent, RawReply reply) {
        new Refusal(status, problem, pointers).isTheAnswer(name, sent, reply);
    }

    @Override
    public String toString() {
        return name;
    }
}
