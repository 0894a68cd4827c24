package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.APPLICATIONS;

/**
 * A grant and the person who acts for its applicant.
 *
 * @param organisation id of the applicant
 */
public record Grant(String id, String organisation, Person applicant) {

    public String path() {
        return "/applications/" + id;
    }

    public Reply read() {
        return applicant.get(APPLICATIONS, path()).expect(200);
    }

    public Reply awaitStatus(String status) {
        return applicant.await(
                APPLICATIONS, path(), status, reply -> reply.text("status").equals(status));
    }

    /** The id of a tranche; tranches are numbered from 1. */
    public String tranche(int number) {
        return read().text("tranches/" + (number - 1) + "/id");
    }
}
