package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.Person;

/**
 * A worker of the load: one client and one person in each role of the fund. All persons are new, so that they hold no task
 * and no duty of an earlier run.
 */
record Clerk(
        LoadClient client,
        Person secretary,
        Person claimsOfficer,
        Person firstAssessor,
        Person secondAssessor,
        Person commissioner,
        Person preparer,
        Person releaser,
        Person verifier)
        implements AutoCloseable {

    static Clerk of(LocalPlatform platform) {
        return new Clerk(
                new LoadClient(platform.ports()),
                platform.newPerson("secretariat"),
                platform.newPerson("secretariat"),
                platform.newPerson("assessor"),
                platform.newPerson("assessor"),
                platform.newPerson(
                        "decision-authority", "decision-authority/commissioner", "decision-authority/senior-manager"),
                platform.newPerson("finance-preparer"),
                platform.newPerson("finance-releaser"),
                platform.newPerson("payee-verifier"));
    }

    @Override
    public void close() {
        client.close();
    }
}
