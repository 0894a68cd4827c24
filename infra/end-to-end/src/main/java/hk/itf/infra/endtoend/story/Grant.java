package hk.itf.infra.endtoend.story;

import static hk.itf.infra.local.Service.APPLICATIONS;

/** A grant on its way, as the applicant who acts for it sees it. */
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

    /** The id of an instalment; they are numbered from 1. */
    public String tranche(int number) {
        return read().text("tranches/" + (number - 1) + "/id");
    }
}
