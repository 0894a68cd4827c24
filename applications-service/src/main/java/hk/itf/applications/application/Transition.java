package hk.itf.applications.application;

import static hk.itf.applications.application.ApplicationStatus.ACTIVE;
import static hk.itf.applications.application.ApplicationStatus.APPROVED;
import static hk.itf.applications.application.ApplicationStatus.CLARIFYING;
import static hk.itf.applications.application.ApplicationStatus.COMPLETED;
import static hk.itf.applications.application.ApplicationStatus.DECLINED;
import static hk.itf.applications.application.ApplicationStatus.DRAFT;
import static hk.itf.applications.application.ApplicationStatus.INELIGIBLE;
import static hk.itf.applications.application.ApplicationStatus.IN_ASSESSMENT;
import static hk.itf.applications.application.ApplicationStatus.LAPSED;
import static hk.itf.applications.application.ApplicationStatus.OFFERED;
import static hk.itf.applications.application.ApplicationStatus.SUBMITTED;
import static hk.itf.applications.application.ApplicationStatus.TERMINATED;
import static hk.itf.applications.application.ApplicationStatus.WITHDRAWN;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of an application, one row an edge. */
enum Transition implements LifecycleEdge<ApplicationStatus> {
    SUBMIT(Set.of(DRAFT), SUBMITTED),
    RESUBMIT(Set.of(CLARIFYING), SUBMITTED),
    START_ASSESSMENT(Set.of(SUBMITTED), IN_ASSESSMENT),
    SEND_BACK(Set.of(SUBMITTED, IN_ASSESSMENT), CLARIFYING),
    FIND_INELIGIBLE(Set.of(SUBMITTED, IN_ASSESSMENT), INELIGIBLE),
    DECLINE(Set.of(SUBMITTED, IN_ASSESSMENT), DECLINED),
    APPROVE(Set.of(SUBMITTED, IN_ASSESSMENT), APPROVED),
    OFFER(Set.of(APPROVED), OFFERED),
    ACCEPT(Set.of(OFFERED), ACTIVE),
    LAPSE(Set.of(OFFERED), LAPSED),
    WITHDRAW(Set.of(SUBMITTED, IN_ASSESSMENT, CLARIFYING, APPROVED, OFFERED), WITHDRAWN),
    /** An approval without money: the case is an entry of its scheme's register, and that is all. */
    REGISTER(Set.of(APPROVED), COMPLETED),
    /** A stage of the grant was passed; the next one is an amendment. */
    PASS_STAGE(Set.of(ACTIVE), ACTIVE),
    COMPLETE(Set.of(ACTIVE), COMPLETED),
    TERMINATE(Set.of(ACTIVE), TERMINATED),
    /** A payment bounced after everything seemed done. */
    REOPEN(Set.of(COMPLETED), ACTIVE);

    private final Set<ApplicationStatus> from;
    private final ApplicationStatus to;

    Transition(Set<ApplicationStatus> from, ApplicationStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<ApplicationStatus> from() {
        return from;
    }

    @Override
    public ApplicationStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "An application";
    }
}
