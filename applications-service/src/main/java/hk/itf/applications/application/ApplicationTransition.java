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

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of an application. */
public enum ApplicationTransition implements Transition<ApplicationStatus> {
    SUBMIT(Edge.from(DRAFT).to(SUBMITTED)),
    RESUBMIT(Edge.from(CLARIFYING).to(SUBMITTED)),
    START_ASSESSMENT(Edge.from(SUBMITTED).to(IN_ASSESSMENT)),
    SEND_BACK(Edge.from(SUBMITTED, IN_ASSESSMENT).to(CLARIFYING)),
    FIND_INELIGIBLE(Edge.from(SUBMITTED, IN_ASSESSMENT).to(INELIGIBLE)),
    DECLINE(Edge.from(SUBMITTED, IN_ASSESSMENT).to(DECLINED)),
    APPROVE(Edge.from(SUBMITTED, IN_ASSESSMENT).to(APPROVED)),
    OFFER(Edge.from(APPROVED).to(OFFERED)),
    ACCEPT(Edge.from(OFFERED).to(ACTIVE)),
    LAPSE(Edge.from(OFFERED).to(LAPSED)),
    WITHDRAW(Edge.from(SUBMITTED, IN_ASSESSMENT, CLARIFYING, APPROVED, OFFERED).to(WITHDRAWN)),
    /** Ends an approval without money: the application becomes an entry of its scheme's register. */
    REGISTER(Edge.from(APPROVED).to(COMPLETED)),
    /** A stage of the grant is passed. The grantee asks for the next stage with an amendment. */
    PASS_STAGE(Edge.from(ACTIVE).to(ACTIVE)),
    COMPLETE(Edge.from(ACTIVE).to(COMPLETED)),
    TERMINATE(Edge.from(ACTIVE).to(TERMINATED)),
    /** A payment bounced after the grant was completed. */
    REOPEN(Edge.from(COMPLETED).to(ACTIVE));

    private final Edge<ApplicationStatus> edge;

    ApplicationTransition(Edge<ApplicationStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<ApplicationStatus> edge() {
        return edge;
    }
}
