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

import hk.itf.applications.progress.ApplicationReception;
import hk.itf.infra.houserules.AgreedLifecycle;
import hk.itf.infra.houserules.ReceptionRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplicationLifecycleTest {

    private static final AgreedLifecycle<ApplicationStatus, ApplicationTransition> AGREED = AgreedLifecycle.of(
                    ApplicationStatus.class, ApplicationTransition.class)
            .edge(ApplicationTransition.SUBMIT, Set.of(DRAFT), SUBMITTED)
            .edge(ApplicationTransition.RESUBMIT, Set.of(CLARIFYING), SUBMITTED)
            .edge(ApplicationTransition.START_ASSESSMENT, Set.of(SUBMITTED), IN_ASSESSMENT)
            .edge(ApplicationTransition.SEND_BACK, Set.of(SUBMITTED, IN_ASSESSMENT), CLARIFYING)
            .edge(ApplicationTransition.FIND_INELIGIBLE, Set.of(SUBMITTED, IN_ASSESSMENT), INELIGIBLE)
            .edge(ApplicationTransition.DECLINE, Set.of(SUBMITTED, IN_ASSESSMENT), DECLINED)
            .edge(ApplicationTransition.APPROVE, Set.of(SUBMITTED, IN_ASSESSMENT), APPROVED)
            .edge(ApplicationTransition.OFFER, Set.of(APPROVED), OFFERED)
            .edge(ApplicationTransition.ACCEPT, Set.of(OFFERED), ACTIVE)
            .edge(ApplicationTransition.LAPSE, Set.of(OFFERED), LAPSED)
            .edge(
                    ApplicationTransition.WITHDRAW,
                    Set.of(SUBMITTED, IN_ASSESSMENT, CLARIFYING, APPROVED, OFFERED),
                    WITHDRAWN)
            .edge(ApplicationTransition.REGISTER, Set.of(APPROVED), COMPLETED)
            .edge(ApplicationTransition.PASS_STAGE, Set.of(ACTIVE), ACTIVE)
            .edge(ApplicationTransition.COMPLETE, Set.of(ACTIVE), COMPLETED)
            .edge(ApplicationTransition.TERMINATE, Set.of(ACTIVE), TERMINATED)
            .edge(ApplicationTransition.REOPEN, Set.of(COMPLETED), ACTIVE);

    @Test
    void keepsTheAgreedEdges() {
        AGREED.isKept();
    }

    @Test
    void tableAnswersTheDispatchedEvents() {
        ReceptionRules.check(ApplicationReception.TABLE, ApplicationReception.class, "hk.itf.applications");
    }

    @Test
    void pageShowsTheExecutedTables() {
        AGREED.page("application", "An application", ApplicationLifecycleTest.class, DRAFT)
                .events(ApplicationReception.TABLE)
                .check();
    }
}
