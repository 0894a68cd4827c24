package hk.itf.disbursement.badinput;

import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.Refusal;
import java.util.function.Function;

/** A request that has to be refused, and how. */
record BadInput(String name, Function<Scene, RawRequest> request, Refusal refusal) {

    static BadInput of(
            String name, Function<Scene, RawRequest> request, int status, String problem, String... pointers) {
        return new BadInput(name, request, Refusal.of(status, problem, pointers));
    }

    /** A body that its path does not take. */
    static BadInput invalid(String name, Act act, String body, String... pointers) {
        return of(act + ": " + name, scene -> scene.does(act, body), 400, "invalid-request", pointers);
    }

    /** A value that its field does not take. */
    static BadInput field(String name, Act act, String field, String json) {
        return invalid(name, act, act.with(field, json), "/" + field);
    }

    @Override
    public String toString() {
        return name;
    }
}
